import type { PaletteWords } from '../en/palette';

export const palette: PaletteWords = {};
