import { useCallback, useMemo } from 'react';
import type { Writing } from '../composer/use-writing';
import { attached } from './attached';
import { type MediaLimits, takesFiles } from './fit';

export interface Attach {
  /** What the channel takes; null: no file can go with what is being written. */
  readonly limits: MediaLimits | null;
  /** Attaches what was chosen, dropped or pasted, or says why not. */
  readonly attach: (files: readonly File[]) => void;
}

/** Files go with replies, while one can be sent. */
export function useAttach({ ticket: { id }, mode, standing, channel, draft }: Writing): Attach {
  const media = channel?.capabilities.media;
  const limits = mode === 'reply' && standing.kind === 'free' && takesFiles(media) ? media : null;
  const isNote = mode === 'note';
  const { sending } = draft;
  const attach = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0 || sending) return;
      if (limits) attached.add(id, files, limits);
      else if (isNote) attached.notify(id, 'note');
    },
    [id, limits, isNote, sending],
  );
  return useMemo(() => ({ limits, attach }), [limits, attach]);
}
