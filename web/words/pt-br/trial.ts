import type { TrialWords } from '../en/trial';

export const trial: TrialWords = {};
