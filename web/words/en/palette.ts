export const palette = {};
export type PaletteWords = typeof palette;
