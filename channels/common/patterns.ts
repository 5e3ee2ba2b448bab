/** What fields of a form take, beside their words. */
export const DIGITS = { source: '^[0-9]{5,25}$', says: 'digits only' };
export const ONE_WORD = { source: '^[!-~]+$', says: 'one word without spaces' };
