export const thread = {};
export type ThreadWords = typeof thread;
