import type { Referral } from '../../src/domain/content';
import { idOf, type Json, wordOf } from '../common/json';

/** The advertisement or post from which somebody began to write. Its pictures are left out: their links die. */
export const referralOf = ({ source_type: type, source_id, source_url, headline, body, ctwa_clid }: Json): Referral => ({
  source: type === 'ad' || type === 'post' ? type : 'other',
  id: idOf(source_id),
  url: wordOf(source_url),
  title: wordOf(headline),
  text: wordOf(body),
  ref: null,
  clickId: wordOf(ctwa_clid),
});
