/** Lets others have their turn: on SQLite everything runs on one thread, and long work goes in slices. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does nothing for so many milliseconds. */
export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
