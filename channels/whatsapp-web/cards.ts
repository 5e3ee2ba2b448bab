import type { ContactCard } from '../../src/domain/content';

/** What a vCard says of a person, as far as the desk shows it (RFC 6350; WhatsApp writes version 3). */
export function cardOf(vcard: string): ContactCard {
  const lines = vcard.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const valuesOf = (property: string): string[] => lines.flatMap((line) => wordIn(line, property) ?? []);
  const [organisation] = valuesOf('ORG').map((value) => value.replace(/;+$/, ''));
  return {
    name: valuesOf('FN')[0] ?? null,
    phones: valuesOf('TEL'),
    emails: valuesOf('EMAIL'),
    ...(organisation ? { organisation } : {}),
  };
}

/** Of `item1.TEL;waid=15550100102:+1 555 010 0102`, asked for TEL, the number. */
function wordIn(line: string, property: string): string | null {
  const [, name, value] = /^(?:[^.:;]*\.)?([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
  if (name?.toUpperCase() !== property) return null;
  return (
    value
      ?.replace(/\\n/gi, '\n')
      .replace(/\\([,;\\])/g, '$1')
      .trim() || null
  );
}

/** A card as WhatsApp reads one. */
export function vcardOf({ name, phones, emails, organisation }: ContactCard): string {
  const called = name ?? organisation ?? phones[0] ?? emails[0] ?? '?';
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${escaped(called)};;;`,
    `FN:${escaped(called)}`,
    ...(organisation ? [`ORG:${escaped(organisation)};`] : []),
    ...phones.map((phone) => `TEL;type=CELL${waidOf(phone)}:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    'END:VCARD',
  ].join('\n');
}

/** By which a phone offers to write to that number at once. */
function waidOf(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return phone.trim().startsWith('+') && digits.length >= 7 ? `;waid=${digits}` : '';
}

const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');
