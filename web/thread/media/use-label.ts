import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { useAround } from '../context';
import { useAuthor } from '../who';
import type { Media } from './kinds';

/** "Photo from Elena Vidal, 11:16". */
export function useLabel(id: string, { type }: Media): string {
  const { thread, files } = useWords();
  const times = useTimes();
  const message = useAround().find(id);
  const { who } = useAuthor(message ?? NOBODY);
  return message ? files.from(thread.contents[type], who, times.clock(message.sentAt)) : thread.contents[type];
}

const NOBODY = { author: { kind: 'customer', id: null, name: null } } as const;
