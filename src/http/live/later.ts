/** Runs something once after so many milliseconds; what it answers takes that back. */
export type Later = (ms: number, run: () => void) => () => void;

/** By the process's own timers, which keep no process alive. */
export const later: Later = (ms, run) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};
