export const trial = {};
export type TrialWords = typeof trial;
