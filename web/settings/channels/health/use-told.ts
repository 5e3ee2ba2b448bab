import { useWorkspace } from '../../../api/workspace';
import { useMinute } from '../../../parts/now';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';
import type { Problem } from './queries';
import { toldOf } from './told';

/** A problem in the reader's words; one that this page does not know yet, in the desk's. */
export function useTold(): (problem: Problem) => { readonly says: string; readonly does: string } {
  const { health } = useWords();
  const { channels } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  const around = {
    moment: (at: string) => times.moment(at, now),
    nameOf: (channelId: string) => channels.find(({ id }) => id === channelId)?.name ?? '',
  };
  return (problem) => {
    const words = health.problems[problem.code];
    return words ? { says: words.says(toldOf(problem, around)), does: words.do } : { says: problem.says, does: problem.do };
  };
}
