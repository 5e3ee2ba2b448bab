import { useWords } from '../../words';

/** What the desk says in English, in the agent's language where there are words for it. */
export function useDeskWords(): (english: string) => string {
  const { fromDesk } = useWords().channels;
  return (english) => fromDesk[english] ?? english;
}
