import { ERRORS as BOT_FRAMEWORKS } from '../../../channels/botframework/error-table';
import { ERRORS as METAS } from '../../../channels/meta/error-table';
import { ERRORS as TELEGRAMS } from '../../../channels/telegram/error-table';
import { PROBLEM_CODES } from '../../../src/ports/channel';
import type { Message } from '../../../web/api/types';
import { partsOf, strong } from '../../../web/thread/marks';
import { type Piece, piecesOf } from '../../../web/thread/rich-text';
import { chosenOf, quoteOf, saidBy, toldBy } from '../../../web/thread/said';
import { troubleOf } from '../../../web/thread/trouble';
import { fieldsOf, fileSize, moneyText, paramsOf, safeHref, totalOf } from '../../../web/thread/values';
import { showsTime, voiceClass } from '../../../web/thread/voices';
import { en } from '../../../web/words/en';
import { es } from '../../../web/words/es';
import { ptBr } from '../../../web/words/pt-br';
import { aMessage, at, BOT, MARTA } from './a-message';

/** The pieces as one line: [bold|…], <link>. */
const drawn = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'link') return `<${piece.text}>`;
      return piece.kind === 'mono' ? `[mono|${piece.text}]` : `[${piece.kind}|${drawn(piece.pieces)}]`;
    })
    .join('');
const read = (text: string, marks = true): string => drawn(piecesOf(text, marks));

describe('what people write', () => {
  it('has bold, italic, struck and mono where the network has marks for them', () => {
    expect(read('a *b* _c_ ~d~ ```e```')).toBe('a [bold|b] [italic|c] [struck|d] [mono|e]');
    expect(read('a *b* _c_', false)).toBe('a *b* _c_');
    expect(read('*all _of_ it*')).toBe('[bold|all [italic|of] it]');
  });

  it('keeps marks that mark nothing', () => {
    expect(read('2*3*4 and snake_case_name and * a * and *open')).toBe('2*3*4 and snake_case_name and * a * and *open');
    expect(piecesOf('*not\nover lines*', true)).toEqual([{ kind: 'text', text: '*not\nover lines*' }]);
  });

  it('has addresses that can be pressed, without the full stop behind them', () => {
    expect(read('see https://example.com/a_b_c?x=1. Or (http://example.org/)')).toBe(
      'see <https://example.com/a_b_c?x=1>. Or (<http://example.org/>)',
    );
    expect(read('https://en.example.org/wiki/Lamp_(light)')).toBe('<https://en.example.org/wiki/Lamp_(light)>');
  });

  it('presses nothing but pages of the web', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://']) expect(read(text)).toBe(text);
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('https://example.com')).toBe('https://example.com/');
  });

  it('is never taken for HTML', () => {
    expect(piecesOf('<b>x</b><script>alert(1)</script>', true)).toEqual([{ kind: 'text', text: '<b>x</b><script>alert(1)</script>' }]);
  });

  it('is read in a moment, however it is made', () => {
    const long = ['*a '.repeat(20_000), '*a* '.repeat(16_000), '_*~'.repeat(20_000), `https://${'a.'.repeat(30_000)}`, '.'.repeat(60_000)];
    const began = performance.now();
    for (const text of long) piecesOf(text, true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('trouble with a message', () => {
  type Delivery = NonNullable<Message['delivery']>;
  type Problem = NonNullable<Delivery['error']>;
  const about = (words = en, over: Partial<Parameters<typeof troubleOf>[1]> = {}) => ({
    words,
    customer: 'Elena',
    network: 'WhatsApp',
    open: false,
    now: Date.parse(at(0)),
    clock: (time: string) => time.slice(11, 16),
    moment: (time: string) => time.slice(11, 16),
    ...over,
  });
  const delivered = (over: Partial<Delivery>): Message =>
    aMessage(1, 0, {
      author: MARTA,
      delivery: { status: 'sent', attempts: 1, error: null, nextAttemptAt: null, twice: false, history: [], ...over },
    });
  const problem = (code: string, over: Partial<Problem> = {}): Problem => ({
    code,
    providerCode: null,
    detail: 'raw',
    retryable: false,
    advice: null,
    reason: null,
    notBefore: null,
    ...over,
  });
  const failed = (code: string, over: Partial<Problem> = {}, more: Partial<Delivery> = {}) =>
    delivered({ status: 'failed', error: problem(code, over), ...more });

  it('says why first and the code of the network last', () => {
    expect(troubleOf(failed('rate_limited', { providerCode: '131056', retryable: true }, { attempts: 3 }), about())).toEqual({
      kind: 'failed',
      what: 'Too many messages to Elena in a short time.',
      more: 'Wait some minutes before you write again. Tried 3 times, error 131056.',
      again: 'retry',
    });
  });

  it('offers Retry only where it may help, and to write again what must be changed', () => {
    expect(troubleOf(failed('window_closed'), about())?.again).toBeNull();
    expect(troubleOf(failed('window_closed'), about(en, { open: true }))?.again).toBe('retry');
    expect(troubleOf(failed('recipient_invalid'), about())?.again).toBeNull();
    const tooLong = failed('content_invalid', { advice: 'change_content' });
    expect(troubleOf(tooLong, about())?.again).toBe('write');
    const picture = { type: 'image', mediaId: '1', mime: 'image/png', bytes: 1, state: 'ready' } as const;
    expect(troubleOf({ ...tooLong, content: picture }, about())?.again).toBeNull();
    expect(troubleOf({ ...failed('transient', { retryable: true }), content: picture }, about())?.again).toBe('retry');
  });

  it('has better words for what it knows better, and says from when it may go again', () => {
    const capped = failed('recipient_unavailable', { reason: 'marketing_cap', retryable: true, notBefore: at(90) });
    expect(troubleOf(capped, about())).toMatchObject({ what: expect.stringContaining('no more advertising'), again: null });
    expect(troubleOf(capped, about())?.more).toContain(`from ${at(90).slice(11, 16)} on`);
    expect(troubleOf(capped, about(en, { now: Date.parse(at(90)) }))?.again).toBe('retry');
  });

  it('never promises what nobody knows', () => {
    expect(troubleOf(delivered({ status: 'uncertain' }), about())).toMatchObject({
      kind: 'uncertain',
      again: 'retry',
      more: expect.stringContaining('We don\u2019t repeat it by ourselves'),
    });
    expect(troubleOf(delivered({ status: 'read' }), about())).toBeNull();
  });

  it('says why something waits, and until when', () => {
    expect(troubleOf(delivered({ status: 'queued' }), about())).toBeNull();
    expect(troubleOf(delivered({ status: 'queued', error: problem('channel_paused') }), about())).toMatchObject({
      kind: 'waiting',
      more: expect.stringContaining('channel is paused'),
      again: null,
    });
    const limited = delivered({ status: 'queued', error: problem('rate_limited'), nextAttemptAt: at(5) });
    expect(troubleOf(limited, about())?.more).toContain(`at ${at(5).slice(11, 16)}`);
  });

  it('says that a message came twice', () => {
    expect(troubleOf(delivered({ status: 'delivered', twice: true }), about())).toMatchObject({ kind: 'twice', again: null });
  });

  it.each([en, es, ptBr])('has a sentence for every reason', (words) => {
    const reasons = [...METAS, ...TELEGRAMS, ...BOT_FRAMEWORKS].flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
    const missing = [...PROBLEM_CODES, ...reasons, 'silenced'].filter((code) => !words.delivery.reasons[code]?.('Elena', 'WhatsApp')[0]);
    expect(missing).toEqual([]);
  });
});

describe('what a message says in one line', () => {
  it('is its words, or what it is', () => {
    expect(saidBy({ type: 'text', text: ' Hello ' }, en)).toBe('Hello');
    const voice = { type: 'voice', mediaId: '1', mime: 'audio/ogg', bytes: 0, state: 'waiting' } as const;
    expect(saidBy(voice, en)).toBe('Voice message');
    expect([toldBy(voice, en), toldBy({ ...voice, type: 'image', caption: 'The lamp' }, en)]).toEqual(['Voice message', 'Photo: The lamp']);
    expect(saidBy({ type: 'form_reply', data: {} }, es)).toBe('Formulario');
    expect(saidBy({ type: 'unsupported', kind: 'poll', raw: null }, en)).toBe('A message of a kind that we can\u2019t show yet: poll');
  });

  it('is cut for a quote without breaking a letter', () => {
    const quote = quoteOf({ type: 'text', text: '🪔'.repeat(200) }, en);
    expect([...quote]).toHaveLength(80);
    expect(quote.endsWith('🪔…')).toBe(true);
    expect(quoteOf({ type: 'text', text: 'two\nlines' }, en)).toBe('two lines');
  });
});

it('knows which button was pressed by the answer that names the message', () => {
  const answer = aMessage(2, 1, { replyTo: 'm1', content: { type: 'button_reply', id: 'b', title: 'A person' } });
  const stray = aMessage(3, 2, { content: { type: 'button_reply', id: 'c', title: 'x' } });
  expect(chosenOf([aMessage(1, 0), answer, stray])).toEqual(new Map([['m1', new Set(['b'])]]));
});

it('puts customers and bots to the left, notes in yellow, and the house to the right', () => {
  expect(voiceClass(aMessage(1, 0))).toBe('');
  expect(voiceClass(aMessage(1, 0, { author: BOT }))).toBe('bot');
  expect(voiceClass(aMessage(1, 0, { author: MARTA }))).toBe('out');
  expect(voiceClass(aMessage(1, 0, { author: MARTA, direction: 'note' }))).toBe('out note');
});

it('tells the time of each minute of a customer once, and always of what we sent', () => {
  expect(showsTime(aMessage(1, 0), aMessage(2, 0.5))).toBe(false);
  expect(showsTime(aMessage(1, 0), aMessage(2, 1))).toBe(true);
  expect(showsTime(aMessage(1, 0, { editedAt: at(1) }), aMessage(2, 0.5))).toBe(true);
  expect(showsTime(aMessage(1, 0, { author: MARTA, direction: 'out' }), aMessage(2, 0.5))).toBe(true);
});

it('writes sizes and prices as people do', () => {
  const sizes = [0, 900, 217_000, 3_500_000, 16 * 1024 ** 2, 16 * 1024 ** 2 + 1];
  expect(sizes.map((bytes) => fileSize(bytes, 'en'))).toEqual(['', '900 B', '212 kB', '3.4 MB', '16 MB', '16.1 MB']);
  expect([moneyText(49.5, 'EUR', 'en'), moneyText(2, 'nonsense', 'en'), moneyText(null, 'EUR', 'en')]).toEqual([
    '€49.50',
    '2 nonsense',
    '',
  ]);
});

it('reads the answers of a form and the gaps of a template, and nothing from what is neither', () => {
  expect(fieldsOf({ size: 'large', count: 2, flow_token: 'secret' })).toEqual([
    ['size', 'large'],
    ['count', '2'],
  ]);
  expect(fieldsOf({ values: { house_number: 4, tags: ['a', 'b'] }, rooms: [{ beds: 2 }] })).toEqual([
    ['values › house number', '4'],
    ['values › tags', 'a, b'],
    ['rooms › 1 › beds', '2'],
  ]);
  expect(fieldsOf('x')).toEqual([]);
  expect(paramsOf([{ type: 'body', parameters: [{ type: 'text', text: 'Elena' }, { type: 'image' }] }, null, 'x'])).toEqual(['Elena']);
});

it('cuts a sentence at its names', () => {
  expect(partsOf(`Closed by ${strong('Luis')}.`)).toEqual([
    { kind: 'words', text: 'Closed by ' },
    { kind: 'strong', text: 'Luis' },
    { kind: 'words', text: '.' },
  ]);
});

it('adds up an order whose prices are of one currency', () => {
  const item = (quantity: number, price: number | null, currency: string | null = 'EUR') => ({ quantity, price, currency });
  expect(totalOf([item(2, 19.5), item(1, 5)])).toEqual({ price: 44, currency: 'EUR' });
  for (const items of [[], [item(2, 1)], [item(1, 1), item(1, null)], [item(1, 1), item(1, 1, 'USD')]]) expect(totalOf(items)).toBeNull();
});
