import type { Referral } from '../../../src/domain/content';
import { idOf, type Json, objectOf, wordOf } from '../../common/json';

const LINK = /^https?:\/\//i;

/** The advertisement or ig.me link from which somebody began to write. Its pictures are left out: their links die. */
export function referralOf({ ref, ad_id, source, ads_context_data: ad }: Json): Referral {
  const from = wordOf(source) ?? '';
  const { ad_title, post_id } = objectOf(ad);
  return {
    source: from === 'ADS' || ad_id !== undefined ? 'ad' : LINK.test(from) || from.startsWith('SHORTLINK') ? 'link' : 'other',
    id: idOf(ad_id) ?? idOf(post_id),
    url: LINK.test(from) ? from : null,
    title: wordOf(ad_title),
    text: null,
    ref: wordOf(ref),
    clickId: null,
  };
}
