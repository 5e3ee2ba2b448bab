export const settings = {};
export type SettingsWords = typeof settings;
