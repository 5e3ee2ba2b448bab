import type { BoardWords } from '../en/board';

export const board: BoardWords = {};
