import { waitBefore } from '../../../channels/webchat/widget/backoff';
import { accentOf, contrast, rgbOf } from '../../../channels/webchat/widget/colors';
import { greetIn } from '../../../channels/webchat/widget/greeting';
import { hrefOf, piecesOf } from '../../../channels/webchat/widget/links';
import { chosenOf, inOrder, isRead, unreadIn, withMessages } from '../../../channels/webchat/widget/log';
import { openMemory, type Shelf } from '../../../channels/webchat/widget/memory';
import { type Net, Refused } from '../../../channels/webchat/widget/net';
import { openOutbox } from '../../../channels/webchat/widget/outbox';
import { openPageApi } from '../../../channels/webchat/widget/page-api';
import { openPlace, type Place } from '../../../channels/webchat/widget/place';
import { openSeat } from '../../../channels/webchat/widget/seat';
import { settingsOf } from '../../../channels/webchat/widget/settings';
import type { State } from '../../../channels/webchat/widget/state';
import { fileTypeOf, misfit } from '../../../channels/webchat/widget/uploads';
import { entriesOf } from '../../../channels/webchat/widget/view/entries';
import type { Message, Session, Waiting } from '../../../channels/webchat/widget/wire';
import { spokenFor } from '../../../channels/webchat/widget/words';

const AT = '2026-11-22T10:00:00.000Z';

const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  rev: 1,
  by: 'agent',
  name: 'Ana',
  content: { type: 'text', text: id },
  replyTo: null,
  sentAt: AT,
  editedAt: null,
  deletedAt: null,
  clientId: null,
  state: null,
  ...more,
});
const logOf = (...messages: Message[]) => withMessages(new Map(), messages);
const waiting = (clientId: string, more: Partial<Waiting> = {}): Waiting => ({
  clientId,
  content: { type: 'text', text: clientId },
  replyTo: null,
  at: Date.parse(AT),
  failed: null,
  ...more,
});

/** What a browser keeps; a full one refuses what is written. */
function aShelf({ full = false } = {}): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe('addresses in what somebody wrote', () => {
  it.each([
    ['see https://a.example.', ['see ', '<https://a.example/>', '.']],
    ['(https://a.example/b_(c))', ['(', '<https://a.example/b_(c)>', ')']],
    ['http://a.example?b=1&c=2, or not', ['<http://a.example/?b=1&c=2>', ', or not']],
    ['javascript:alert(1) data:text/html,x ftp://a', ['javascript:alert(1) data:text/html,x ftp://a']],
    ['"https://a.example"><script>', ['"', '<https://a.example/>', '"><script>']],
    ['https:// alone', ['https:// alone']],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text).map(({ text: words, href }) => (href ? `<${href}>` : words))).toEqual(pieces);
  });

  it('lead to pages only', () => {
    expect(['javascript:alert(1)', 'https://a.example', 'file:///etc/passwd', ''].map(hrefOf)).toEqual([
      null,
      'https://a.example/',
      null,
      null,
    ]);
  });
});

describe('the colour of a site', () => {
  it.each(['#0b7285', '#ffe000', '#fff', '#000000', '#777777', '#ff00ff'])(
    '%s can be read with what is written on it and in it',
    (color) => {
      const { fill, on, light, dark } = accentOf(color);
      const ratio = (one: string, other: string) => contrast(rgbOf(one) ?? [0, 0, 0], rgbOf(other) ?? [0, 0, 0]);
      expect([ratio(fill, on), ratio(light, '#ffffff'), ratio(light, '#f0f2f5'), ratio(dark, '#20252e')].every((one) => one >= 4.45)).toBe(
        true,
      );
    },
  );

  it('is ours where a site names none, or none that is one', () => {
    expect([accentOf(null).fill, accentOf('red').fill, accentOf('#12').fill]).toEqual(['#4a52d0', '#4a52d0', '#4a52d0']);
  });
});

describe('the messages of a conversation', () => {
  it('stand in the order in which they were sent, whatever is changed in them later', () => {
    const log = logOf(message('b', { sentAt: '2026-11-22T10:00:01.000Z' }), message('a', { rev: 9 }));
    expect(inOrder(withMessages(log, [message('a', { rev: 3, content: null })])).map(({ id, rev }) => `${id}${rev}`)).toEqual(['a9', 'b1']);
  });

  it('are unread when the desk said them after what was seen, and stand there still', () => {
    const log = logOf(
      message('a'),
      message('b', { sentAt: '2026-11-22T10:01:00.000Z' }),
      message('c', { sentAt: '2026-11-22T10:02:00.000Z', deletedAt: AT }),
    );
    expect(unreadIn(log, AT).map(({ id }) => id)).toEqual(['b']);
  });

  it('are read up to the newest that somebody has read', () => {
    const log = logOf(message('a', { by: 'visitor' }), message('b', { by: 'visitor', sentAt: '2026-11-22T10:01:00.000Z' }));
    expect(inOrder(log).map((one) => isRead(log, one, 'a'))).toEqual([true, false]);
    expect(inOrder(log).map((one) => isRead(log, one, null))).toEqual([false, false]);
  });

  it('remember which of their choices was taken', () => {
    const log = logOf(
      message('a'),
      message('b', { by: 'visitor', replyTo: 'a', content: { type: 'button_reply', id: 'yes', title: 'Yes' } }),
    );
    const onItsWay = waiting('w', { replyTo: 'c', content: { type: 'button_reply', id: 'no', title: 'No' } });
    expect(['a', 'b', 'c'].map((id) => chosenOf(log, [onItsWay], id))).toEqual(['yes', null, 'no']);
  });

  it('stay the same line when the desk has what was waiting, and tell of the last one how far it is', () => {
    const state = { config: { greeting: 'Hi' }, log: new Map(), waiting: [waiting('w1')], offline: true, readTo: null } as unknown as State;
    const before = entriesOf(state).filter(({ kind }) => kind !== 'day');
    expect(before.map((one) => (one.kind === 'said' ? [one.key, one.said.progress] : one.kind))).toEqual(['greeting', ['w1', 'waiting']]);
    const log = logOf(message('m1', { by: 'visitor', clientId: 'w1', state: 'sent' }), message('m0', { by: 'visitor', state: 'sent' }));
    const after = entriesOf({ ...state, log, waiting: [waiting('w1')] }).filter(({ kind }) => kind !== 'day');
    expect(after.map((one) => (one.kind === 'said' ? [one.key, one.said.progress] : one.kind))).toEqual([
      ['m0', null],
      ['w1', 'sent'],
    ]);
  });
});

describe('what waits to be sent', () => {
  const given = (shelf: Shelf, send: (one: Waiting) => Promise<Message>) => {
    const later: (() => void)[] = [];
    const seen = { sent: [] as string[], waits: [] as number[], heard: [] as boolean[] };
    const outbox = openOutbox({
      memory: openMemory('c', shelf),
      send,
      sent: ({ id }) => void seen.sent.push(id),
      changed: () => undefined,
      heard: (answered) => void seen.heard.push(answered),
      later: (then, ms) => {
        seen.waits.push(ms);
        later.push(then);
      },
      random: () => 1,
    });
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    const pass = () => {
      later.shift()?.();
      return settle();
    };
    return { outbox, seen, settle, pass };
  };

  it('goes out one after the other, waits while nobody answers, and is there after a reload', async () => {
    const shelf = aShelf();
    let up = false;
    const send = async ({ clientId }: Waiting) => {
      if (!up) throw new TypeError('Failed to fetch');
      return message(`sent-${clientId}`, { clientId });
    };
    const page = given(shelf, send);
    page.outbox.put(waiting('a'));
    page.outbox.put(waiting('b', { at: Date.parse(AT) + 1 }));
    await page.settle();
    expect([page.seen.sent, page.seen.heard, page.seen.waits]).toEqual([[], [false], [500]]);
    await page.pass();
    expect(page.seen.waits).toEqual([500, 1000]);

    const again = given(shelf, send);
    expect(again.outbox.waiting().map(({ clientId }) => clientId)).toEqual(['a', 'b']);
    up = true;
    again.outbox.wake();
    await again.settle();
    expect([again.seen.sent, again.outbox.waiting(), shelf.length]).toEqual([['sent-a', 'sent-b'], [], 0]);
  });

  it('stays with its reason when the desk refuses it, lets the next pass, and is tried again or dropped by hand', async () => {
    let refuses = true;
    const { outbox, seen, settle } = given(aShelf(), async ({ clientId }) => {
      if (clientId === 'a' && refuses) throw new Refused(422, 'invalid', null);
      return message(clientId);
    });
    outbox.put(waiting('a'));
    outbox.put(waiting('b'));
    await settle();
    expect([seen.sent, outbox.waiting().map(({ failed }) => failed)]).toEqual([['b'], ['invalid']]);
    refuses = false;
    outbox.retry('a');
    await settle();
    expect([seen.sent, outbox.waiting()]).toEqual([['b', 'a'], []]);
  });

  it('waits as long as the desk asks when it is too fast', async () => {
    const { outbox, seen, settle } = given(aShelf(), async () => {
      throw new Refused(429, 'too_many_attempts', 7000);
    });
    outbox.put(waiting('a'));
    await settle();
    expect([seen.waits, seen.heard]).toEqual([[7000], [true]]);
  });

  it('is not sent when it was dropped, nor when another page of the site sent it', async () => {
    const shelf = aShelf();
    const { outbox, settle, seen } = given(shelf, () => Promise.reject(new TypeError('Failed to fetch')));
    outbox.put(waiting('a'));
    outbox.put(waiting('b'));
    await settle();
    outbox.drop('a');
    outbox.gone('out:b');
    expect([outbox.waiting(), seen.sent]).toEqual([[], []]);
  });

  it('is tried ever more rarely, never in step with others', () => {
    expect([0, 1, 5, 50].map((attempt) => waitBefore(attempt, 30_000, () => 1))).toEqual([500, 1000, 16_000, 30_000]);
    expect(waitBefore(3, 30_000, () => 0)).toBe(2000);
  });
});

describe('how far a page has followed its conversation', () => {
  const answers = (place: Place, rev: string) => place.follow(async (still) => (still() ? place.reached(rev) : undefined));

  it('moves on by what is pushed only while nothing before that is missing', async () => {
    const place = openPlace();
    place.pushed('7');
    expect([place.rev(), place.shown()]).toEqual([undefined, '7']);
    await answers(place, '7');
    place.pushed('8');
    expect(place.rev()).toBe('8');
    await place.follow(() => Promise.reject(new Error('no network'))).catch(() => undefined);
    place.pushed('12');
    expect([place.rev(), place.shown()]).toEqual(['8', '12']);
    let answer = () => undefined as unknown;
    const slow = place.follow(() => new Promise((done) => (answer = () => done())));
    await answers(place, '12');
    place.pushed('13');
    expect(place.rev()).toBe('12');
    answer();
    await slow;
    place.pushed('14');
    expect(place.rev()).toBe('14');
  });

  it('is of one conversation: what was asked in another is none of it', async () => {
    const place = openPlace();
    let answer = () => undefined as unknown;
    const former = place.follow(async (still) => {
      await new Promise<void>((done) => (answer = () => done()));
      if (still()) place.reached('somebody else’s');
    });
    place.anew();
    await answers(place, '1');
    answer();
    await former;
    place.pushed('2');
    expect(place.rev()).toBe('2');
  });
});

describe('who the desk takes a browser for', () => {
  const session = (token: string, id: string): Session => ({ token, visitor: { id, name: null, email: null, isKnown: false } });

  it('is asked once, kept over reloads, and asked anew when the token is over', async () => {
    const shelf = aShelf();
    const asked: (string | null)[] = [];
    const net = { session: async (token: string | null) => session(`t${asked.push(token)}`, `v${asked.length}`) } as unknown as Net;
    const moves: (string | null)[] = [];
    const seat = openSeat(net, openMemory('c', shelf), (now, former) => void moves.push(former?.visitor.id ?? null, now.visitor.id));
    await Promise.all([seat.need(), seat.need()]);
    const used: string[] = [];
    await seat.with(async (token) => {
      used.push(token);
      if (token === 't1') throw new Refused(401, 'unauthenticated', null);
    });
    expect([asked, used, moves]).toEqual([
      [null, 't1'],
      ['t1', 't2'],
      [null, 'v1', 'v1', 'v2'],
    ]);
    expect(openMemory('c', shelf).get('token')).toBe('t2');
  });

  it('stays who signed in when the desk says meanwhile that the former token is over', async () => {
    let begin = (_: Session) => undefined as unknown;
    const sessions = [Promise.resolve(session('t1', 'v1')), new Promise<Session>((resolve) => (begin = resolve))];
    const net = { session: () => sessions.shift(), identify: async () => session('t2', 'elena') } as unknown as Net;
    const seat = openSeat(net, openMemory('c', aShelf()), () => undefined);
    await seat.need();
    const renewing = seat.renew();
    await seat.identify({ externalId: 'elena', signature: 's' });
    begin(session('t3', 'nobody'));
    expect(await renewing).toMatchObject({ token: 't2', visitor: { id: 'elena' } });
    expect([seat.token(), seat.visitor()?.id]).toEqual(['t2', 'elena']);
  });

  it.each([
    ['the desk is not there', new TypeError('nobody answered'), 1],
    ['the session is over already', new Refused(401, 'unauthenticated', null), 0],
  ])('is nobody after signing out, also when %s', async (_why, error, failures) => {
    const shelf = aShelf();
    let begin = (_: Session) => undefined as unknown;
    const sessions = [Promise.resolve(session('t1', 'elena')), new Promise<Session>((resolve) => (begin = resolve)), session('t2', 'v2')];
    const net = { session: async () => sessions.shift(), signOut: () => Promise.reject(error) } as unknown as Net;
    const seat = openSeat(net, openMemory('c', shelf), () => undefined);
    await seat.need();
    const renewing = seat.renew();
    expect((await Promise.allSettled([seat.signOut()])).filter(({ status }) => status === 'rejected')).toHaveLength(failures);
    expect([seat.token(), seat.visitor()?.id, JSON.stringify(shelf.getItem('relaydesk:c:visitor'))]).toEqual([
      null,
      '',
      expect.not.stringContaining('elena'),
    ]);
    begin(session('t1', 'elena'));
    await renewing;
    expect([await seat.need(), seat.visitor()?.id]).toEqual(['t2', 'v2']);
  });

  it('is nobody before there is a need', () => {
    const seat = openSeat({} as Net, openMemory('c', aShelf()), () => undefined);
    expect([seat.token(), seat.visitor()]).toEqual([null, null]);
  });
});

describe('what a browser keeps', () => {
  it.each([
    ['nothing may be kept', null],
    ['there is no room', aShelf({ full: true })],
  ])('lives as long as the page where %s', (_why, shelf) => {
    const memory = openMemory('c', shelf);
    memory.set('draft', 'Hello');
    memory.set('out:1', '{}');
    expect([memory.get('draft'), memory.names('out:')]).toEqual(['Hello', ['out:1']]);
    memory.set('draft', null);
    expect(memory.get('draft')).toBeNull();
  });

  it('is of one channel only', () => {
    const shelf = aShelf();
    openMemory('a', shelf).set('token', 'x');
    expect([openMemory('b', shelf).get('token'), openMemory('a', shelf).get('token')]).toEqual([null, 'x']);
  });
});

it('greets by itself once, and nobody who wrote', () => {
  const config = { greeting: 'Hi', greetAfter: 5 };
  const new_ = { wrote: false, greeted: false };
  expect([
    greetIn(config, new_),
    greetIn({ ...config, greetAfter: 0 }, new_),
    greetIn({ ...config, greetAfter: null }, new_),
    greetIn({ ...config, greeting: null }, new_),
    greetIn(config, { ...new_, wrote: true }),
    greetIn(config, { ...new_, greeted: true }),
  ]).toEqual([5000, 0, null, null, null, null]);
});

it('knows before it sends a file whether the desk takes it', () => {
  const limits = { most: 100, mimes: ['image/png', 'audio/*'] };
  const files = [
    { size: 0, type: 'image/png' },
    { size: 101, type: 'image/png' },
    { size: 5, type: 'text/html' },
    { size: 5, type: 'audio/ogg; codecs=opus' },
    { size: 5, type: '' },
  ];
  expect(files.map((file) => misfit(file, limits))).toEqual(['empty', 'too_large', 'type', null, null]);
  expect(['image/png', 'image/svg+xml', 'video/mp4', 'application/pdf'].map(fileTypeOf)).toEqual([
    'image',
    'document',
    'video',
    'document',
  ]);
});

it.each([
  ['es-AR', 'es-AR', 'Enviar', 'ltr'],
  ['pt-br', 'pt-BR', 'Enviar', 'ltr'],
  ['de', 'en', 'Send', 'ltr'],
  ['ar', 'en', 'Send', 'rtl'],
  ['not a language', 'en', 'Send', 'ltr'],
  [null, 'en', 'Send', 'ltr'],
])('speaks for %s as %s', (tag, language, send, dir) => {
  const spoken = spokenFor(tag);
  expect([spoken.language, spoken.words.send, spoken.dir]).toEqual([language, send, dir]);
});

it('is told by its own line whose chat it is, and how it looks on this page', () => {
  const dataset = { channel: 'c1', color: '#123456', position: 'left', theme: 'dark' };
  expect(settingsOf({ src: 'https://desk.example/help/webchat.js?v=2', dataset })).toEqual({
    desk: 'https://desk.example/help',
    channelId: 'c1',
    language: null,
    title: null,
    looks: { color: '#123456', side: 'left', theme: 'dark' },
  });
  expect(settingsOf({ src: 'https://desk.example/webchat.js', dataset: {} })).toBeNull();
});

it('tells the page what happens for as long as it listens, also what it asked before the chat was there', async () => {
  const opened: string[] = [];
  const { api, tell } = openPageApi(Promise.resolve({ open: () => void opened.push('open') } as never));
  const told: unknown[] = [];
  api.push((chat) => chat.open());
  const stop = api.on('unread', (count) => void told.push(count));
  api.on('message', (said) => void told.push(said));
  tell({ type: 'unread', count: 2 });
  tell({ type: 'message', message: message('m') });
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  tell({ type: 'unread', count: 3 });
  await new Promise((resolve) => setImmediate(resolve));
  expect([opened, told]).toEqual([['open'], [2, { id: 'm', by: 'agent', name: 'Ana', text: 'm' }]]);
});
