export const preferences = {};
export type PreferencesWords = typeof preferences;
