import type { DraftRow } from '../../ports/store';
import type { DraftsJson } from '../schemas/draft';
import { iso } from './time';

/** An agent's drafts in one ticket. */
export function draftsJson(drafts: readonly DraftRow[]): DraftsJson {
  const json = (wanted: boolean) => {
    const found = drafts.find(({ note }) => note === wanted);
    return found ? { text: found.text, replyTo: found.replyTo, updatedAt: iso(found.updatedAt) } : null;
  };
  return { reply: json(false), note: json(true) };
}
