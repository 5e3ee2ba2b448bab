import type { PreferencesWords } from '../en/preferences';

export const preferences: PreferencesWords = {};
