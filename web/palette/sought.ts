/** What the typed text asks the desk for, as the search of the API spells it. */
export interface Sought {
  readonly q: string;
  /** Leads to one place without looking at other things: a number, a phone, a @name. */
  readonly direct: boolean;
}

/** `#1042`; a phone number in any spelling, `00` for `+` too; `@name`; else the words. null: too short to look for. */
export function soughtIn(typed: string): Sought | null {
  const text = typed.trim();
  const number = /^#\s*(\d+)$/.exec(text);
  if (number) return { q: `#${number[1]}`, direct: true };
  if (/^@[\p{L}\p{N}._-]+$/u.test(text)) return { q: text, direct: true };
  const phone = phoneIn(text);
  if (phone) return { q: phone, direct: true };
  return text.length < 2 ? null : { q: text, direct: false };
}

function phoneIn(text: string): string | null {
  if (!/^(\+|00)?[\d\s().\u00a0\u2010-\u2015/-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 6 && digits.length <= 15 ? digits : null;
}
