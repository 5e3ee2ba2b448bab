const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const [GROUPS, EACH] = [4, 4];

/** A password to hand over: sixteen letters and digits that can't be mistaken for one another, in fours; 78 bits. */
export function suggestPassword(): string {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: EACH }, oneLetter).join(''));
  return groups.join('-');
}

/** Bytes above the last whole multiple are drawn again, or some letters would come more often. */
function oneLetter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return LETTERS[byte % LETTERS.length] ?? '';
  }
}
