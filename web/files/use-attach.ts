import { useCallback, useMemo } from 'react';
import { writeDraft } from '../composer/draft';
import { newestOf } from '../composer/seen';
import type { Writing } from '../composer/use-writing';
import { messagesNow } from '../live/messages';
import { attached } from './attached';
import { type MediaLimits, takesFiles } from './takes';

export interface Attach {
  /** What the channel takes; null: no file can go with what is being written. */
  readonly limits: MediaLimits | null;
  /** Attaches what was chosen, dropped or pasted, or says why not. */
  readonly attach: (files: readonly File[]) => void;
}

/** Files go with replies, while one can be sent. */
export function useAttach({ ticket: { id, chatId }, mode, standing, channel, draft, text, files }: Writing): Attach {
  const media = channel?.capabilities.media;
  const limits = mode === 'reply' && standing.kind === 'free' && takesFiles(media) ? media : null;
  const isNote = mode === 'note';
  const { sending } = draft;
  const isFresh = text.trim() === '' && files.length === 0;
  const attach = useCallback(
    (chosen: readonly File[]) => {
      if (chosen.length === 0 || sending) return;
      if (limits) {
        if (isFresh) writeDraft(id, { since: newestOf(messagesNow(chatId)) ?? null });
        attached.add(id, chosen, limits);
      } else if (isNote) attached.notify(id, 'note');
    },
    [id, chatId, limits, isNote, isFresh, sending],
  );
  return useMemo(() => ({ limits, attach }), [limits, attach]);
}
