import { letterOf } from '../../src/domain/letters';

const FACTS = { name: 'Ana', by: 'Marta', url: 'https://desk.example.com/invite#token', expiresAt: Date.UTC(2026, 10, 25, 9) };
const locale = (language: string) => ({ language, timeZone: 'Europe/Madrid' });

describe('a letter with a link', () => {
  it('says who invites to which desk, and until when the link works', () => {
    expect(letterOf('invite', FACTS, locale('en'))).toEqual({
      subject: 'Your place at the desk of desk.example.com',
      text: [
        'Hello Ana,',
        'Marta has invited you to answer customers at desk.example.com. Choose a password to begin:',
        'https://desk.example.com/invite#token',
        'The link works once, until November 25, 2026 at 10:00 AM (Europe/Madrid). If you did not expect this mail, leave it alone: nothing changes.\n',
      ].join('\n\n'),
    });
  });

  it.each([
    ['es-MX', 'Hola, Ana:', '25 de noviembre de 2026'],
    ['pt-BR', 'Olá, Ana,', '25 de novembro de 2026'],
    ['de', 'Hello Ana,', 'November 25, 2026'],
  ])('is written in the language of the desk, %s, or in English', (language, hello, day) => {
    const { text } = letterOf('reset', { ...FACTS, by: null }, locale(language));
    expect([text.startsWith(hello), text.includes(day), text.includes(FACTS.url)]).toEqual([true, true, true]);
  });
});
