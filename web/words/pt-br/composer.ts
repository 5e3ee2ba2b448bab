import type { ComposerWords } from '../en/composer';

export const composer: ComposerWords = {};
