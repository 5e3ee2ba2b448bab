import type { Config } from './wire';

interface Known {
  /** They have written, here or before. */
  readonly wrote: boolean;
  /** It was shown to them once, and that is enough. */
  readonly greeted: boolean;
}

/** After how many milliseconds the greeting shows by itself; null = never. */
export function greetIn({ greeting, greetAfter }: Pick<Config, 'greeting' | 'greetAfter'>, { wrote, greeted }: Known): number | null {
  if (!greeting || greetAfter === null || wrote || greeted) return null;
  return Math.max(0, greetAfter) * 1000;
}
