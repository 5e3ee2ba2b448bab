import { filled } from '../../../web/composer/filled';
import { slashAt } from '../../../web/composer/slash';

const caretAt = (marked: string) => slashAt(marked.replace('|', ''), marked.indexOf('|'));

describe('the slash that asks for a canned reply', () => {
  test.each([
    ['/|', { from: 0, asked: '' }],
    ['/hi|', { from: 0, asked: 'hi' }],
    ['Hello /tr|', { from: 6, asked: 'tr' }],
    ['Hello\n/tr|ack', { from: 6, asked: 'tr' }],
    ['é /à|', { from: 2, asked: 'à' }],
  ])('is found in %j', (marked, found) => {
    expect(caretAt(marked)).toEqual(found);
  });

  test.each(['Hello|', '1/2|', 'https://shop.example|', '/hi there|', '|/hi', ''])('is not found in %j', (marked) => {
    expect(caretAt(marked)).toBeNull();
  });
});

describe('a canned reply', () => {
  const known = { contact: 'Elena Vidal', agent: 'Marta Oliveira', number: 1042 };

  test('names the customer, the agent and the ticket', () => {
    const text = 'Hello {{contact.firstName}}, {{agent.name}} here about #{{ticket.number}}.';
    expect(filled(text, known)).toBe('Hello Elena, Marta Oliveira here about #1042.');
  });

  test.each([
    ['Hello {{contact.firstName}}, how are you?', 'Hello, how are you?'],
    ['{{contact.firstName}}, your order left.', 'Your order left.'],
    ['Thank you {{contact.name}} for writing.', 'Thank you for writing.'],
    ['{{agent.firstName}}, thank you.', 'Marta, thank you.'],
  ])('leaves no gap in %j for a name that nobody knows', (text, words) => {
    expect(filled(text, { ...known, contact: null })).toBe(words);
  });
});
