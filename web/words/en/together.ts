const namesOf = (names: readonly string[]): string => {
  const [one = '', other = ''] = names;
  if (names.length < 2) return one;
  return names.length === 2 ? `${one} and ${other}` : `${one} and ${names.length - 1} others`;
};

export const together = {
  viewing: (names: readonly string[]) => `${namesOf(names)} ${names.length > 1 ? 'are' : 'is'} viewing`,
  writing: (names: readonly string[]) => `${namesOf(names)} ${names.length > 1 ? 'are' : 'is'} writing`,
  customerWriting: 'The customer is writing',
  writingNote: (name: string) => `${name} is writing a note`,
  answered: (who: string | null, customer: string | null) =>
    `${who ?? 'Somebody on the phone app'} answered ${customer ?? 'the customer'} while you were writing`,
  notSent: (text: string) => `Yours is not sent: “${text}”`,
  keepWriting: 'Keep writing',
  sendToo: 'Send mine too',
  discard: 'Discard mine',
  discarded: 'Discarded',
  draft: 'Draft',
  draftSaved: 'Draft saved',
  draftHere: 'Draft kept on this computer only',
  agents: 'Colleagues to name',
  found: (count: number) => (count === 1 ? '1 colleague' : `${count} colleagues`),
  named: (who: string | null, number: number) => `${who ?? 'A colleague'} named you in a note, ticket #${number}`,
  notNamed: 'Nobody has named you yet',
  notNamedSays: 'A note with @ and your name shows its ticket here.',
};
