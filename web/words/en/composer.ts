export const composer = {};
export type ComposerWords = typeof composer;
