export const firstRun = {};
export type FirstRunWords = typeof firstRun;
