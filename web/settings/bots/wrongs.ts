import { createContext, use } from 'react';
import type { Problem } from '../../api/ask';

/** What the desk found wrong, by the path in the body. */
export const Wrongs = createContext<Problem['errors']>([]);

/** Why what stands at a path, or below it, can't be taken. */
export function useWrong(path: string): string | undefined {
  return use(Wrongs).find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
}
