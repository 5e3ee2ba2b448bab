/** As the phone shows its eight places: four and four. */
export const codeInTwo = (code: string): string => (/^\w{8}$/.test(code) ? `${code.slice(0, 4)}-${code.slice(4)}` : code);

/** A phone number with its country code, in any spelling. */
export const isPhone = (words: string): boolean => /^\+?[\d\s().-]{6,24}$/.test(words.trim());
