import type { ThreadWords } from '../en/thread';

export const thread: ThreadWords = {};
