/** The time of the visitor's own browser, in milliseconds: for what is shown and paced there alone. */
export const time = (): number => Date.now();
