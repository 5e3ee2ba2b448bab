import type { Problem } from './queries';
import { toldOf } from './told';
import { useSaying } from './use-saying';

/** A problem in the reader's words; one that this page does not know yet, in the desk's. */
export function useTold(): (problem: Problem) => { readonly says: string; readonly does: string } {
  const { health, moment, nameOf } = useSaying();
  const around = { moment, nameOf: (channelId: string) => nameOf(channelId) ?? '' };
  return (problem) => {
    const words = health.problems[problem.code];
    if (!words) return { says: problem.says, does: problem.do };
    // What a network itself tells is advised case by case.
    const own = problem.facts.do;
    return { says: words.says(toldOf(problem, around)), does: typeof own === 'string' ? own : words.do };
  };
}
