const LONGEST = 300;
const SHORTEST_SECRET = 4;
const NUMBER = /\+?\d(?:[\s().-]*\d){6,}/g;
/** Long and not one of the provider's own words, which are capitals and underscores. */
const TOKEN = /\b(?![A-Z_]+\b)[A-Za-z0-9_-]{30,}/g;

/** A provider's words fit for screens and logs: no token, no message text, no phone number. */
export function speakable(words: string, hidden: readonly string[]): string {
  return hidden
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((said, secret) => said.replaceAll(secret, '…'), words)
    .replace(TOKEN, '…')
    .replace(NUMBER, (number) => `…${number.slice(-2)}`)
    .slice(0, LONGEST);
}
