import type { SettingsWords } from '../en/settings';

export const settings: SettingsWords = {};
