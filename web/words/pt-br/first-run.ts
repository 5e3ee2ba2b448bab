import type { FirstRunWords } from '../en/first-run';

export const firstRun: FirstRunWords = {};
