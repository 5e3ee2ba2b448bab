/** Somebody on a channel. */
interface Somebody {
  readonly contact: { readonly name: string | null; readonly address: string };
  readonly channel: { readonly kind: string };
}

const ONE_DIGIT = /^[17]/;
const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Digits as people write a phone number: `34612004518` is +34 612 004 518. Whatever is not 7 to 15 digits stays as it is. */
export function phoneText(digits: string): string {
  if (!/^\d{7,15}$/.test(digits)) return digits;
  const code = ONE_DIGIT.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3;
  const rest = digits.slice(code);
  return [`+${digits.slice(0, code)}`, ...(rest.match(/\d{3}(?!\d$)|\d+/g) ?? [])].join(' ');
}

/** An address as people say it: a phone number, @name or an e-mail address; null for a number that only the network knows. */
export function addressText({ contact: { address }, channel }: Somebody): string | null {
  if (address.includes('@')) return address;
  return channel.kind.startsWith('whatsapp') && /^\d{7,15}$/.test(address) ? phoneText(address) : null;
}

/** What this person is called: their name, else their address, else that they have none yet. */
export const personName = (ticket: Somebody, noName: string): string => ticket.contact.name ?? addressText(ticket) ?? noName;

/** How a sentence calls them: the first of two or three plain words, anything else as it stands. */
function shortName(name: string): string {
  const words = name.split(/\s+/);
  return words.length > 1 && words.every((word) => /^[\p{L}’'-]{2,}$/u.test(word)) ? (words[0] ?? name) : name;
}

/** How a sentence about a ticket calls its customer; somebody without a name or an address is only that. */
export const calledIn = (ticket: Somebody, theCustomer: string): string => {
  const name = personName(ticket, '');
  return name === '' ? theCustomer : shortName(name);
};
