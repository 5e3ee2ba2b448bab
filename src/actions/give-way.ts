/** Lets others have their turn: on SQLite everything runs on one thread, and long work goes in slices. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
