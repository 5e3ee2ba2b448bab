import { createHmac } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import fc from 'fast-check';
import {
  type ChannelConfig,
  type ChannelKind,
  type Heard,
  type Outbound,
  type Outside,
  PROBLEM_CODES,
  SendFailure,
  type Webhook,
  type Who,
} from '../../src/ports/channel';
import type { Recorded } from '../channels/support/heard';
import { mutated } from '../channels/support/mutate';
import { aProvider, type Behaviour, outsideAt } from '../channels/support/provider';
import { describeContents } from './contents';

/** What a channel brings along to show that it keeps the promises of the port. */
export interface Samples {
  readonly config: ChannelConfig;
  /** Recorded webhook bodies, each readable as a whole. */
  readonly recorded: Recorded;
  /** Two POSTs of one event each, and how to put the parts of several into one. */
  readonly neighbours: readonly [unknown, unknown];
  readonly together: (bodies: readonly unknown[]) => unknown;
  /** Names for people, with the first key of each; and words that are none. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly nobodies: readonly string[];
  readonly message: Outbound;
  /** What the provider answers when it takes the message, and the id in it. */
  readonly accepted: { readonly body: unknown; readonly id: string };
  /** The same for a file. */
  readonly uploaded: { readonly body: unknown; readonly id: string };
}

const RUNS = process.env.TEST_SIZE === 'full' ? 5000 : 150;
const TYPES = [
  'message',
  'echo',
  'receipt',
  'reaction',
  'edit',
  'deletion',
  'past',
  'import',
  'phonebook',
  'handover',
  'hand_off',
  'met',
  'template',
  'identity',
  'account',
  'notice',
  'unreadable',
];

/** Every channel passes this suite; what is particular to one is tested beside it. */
export function channelConformance(kind: ChannelKind, samples: Samples): void {
  describe(`${kind.kind} as a channel`, () => {
    describeForm(kind, samples);
    if (kind.hear) describeHearing(kind.hear, kind.webhook, samples);
    if (kind.webhook) describeTrust(kind.webhook);
    describePeople(kind, samples);
    describeSending(kind, samples);
    describeContents(kind, samples);
    describeGestures(kind, samples);
    describeCheck(kind, samples);
  });
}

function describeForm({ config, accounts }: ChannelKind, samples: Samples): void {
  it('asks for every field once, says what it is, and takes the sample', () => {
    expect(new Set(config.map(({ name }) => name)).size).toBe(config.length);
    for (const { name, says, required, pattern, choices } of config) {
      const value = samples.config[name];
      expect(says).not.toBe('');
      expect(value !== undefined || !required).toBe(true);
      if (pattern && value !== undefined) expect(value).toMatch(new RegExp(pattern.source));
      if (choices && value !== undefined) expect(choices).toContain(value);
    }
  });

  it('names at least one account', () => {
    expect(accounts(samples.config).length).toBeGreaterThan(0);
    expect(accounts(samples.config).every((account) => account !== '')).toBe(true);
  });
}

function describeHearing(
  hear: NonNullable<ChannelKind['hear']>,
  webhook: Webhook | undefined,
  { recorded, neighbours, together }: Samples,
): void {
  it.each(recorded)('understands $name, and every event in it alone', ({ body }) => {
    const heard = hear(frozen(body));
    expect(heard.length).toBeGreaterThan(0);
    for (const one of heard) {
      expectSound(one);
      expect(one.type).not.toBe('unreadable');
      expect(hear(one.raw)).toContainEqual(one);
      if (webhook && one.type !== 'notice') expect(webhook.fields).toContain(webhook.fieldOf(one.raw));
    }
  });

  it('hears the same in the same bytes', () => {
    for (const { body } of recorded) expect(hear(structuredClone(body))).toEqual(hear(body));
  });

  it('takes any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => hear(body).forEach(expectSound)),
      { numRuns: RUNS * 4 },
    );
  });

  it('says something about a POST with anything missing or replaced', () => {
    const damaged = fc.constantFrom(...recorded).chain(({ body }) => mutated(body));
    fc.assert(
      fc.property(damaged, (body) => {
        hear(body).forEach(expectSound);
        expect(['string', 'object']).toContain(typeof (webhook?.fieldOf(body) ?? null));
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('hears the neighbours of a bad event as if it were not there', () => {
    const [before, after] = neighbours;
    const damaged = fc.constantFrom(...recorded).chain(({ body }) => mutated(body));
    const alone = [...hear(before), ...hear(after)];
    fc.assert(
      fc.property(damaged, (bad) => {
        const heard = hear(together([before, bad, after]));
        for (const one of alone) expect(heard).toContainEqual(one);
      }),
      { numRuns: RUNS },
    );
  });

  it('survives nesting that would overflow whoever walks it', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    for (const { body } of recorded) {
      for (const poisoned of [deep, together([deep]), together([body, { ...(body as object), entry: deep }]), withEverywhere(body, deep)]) {
        for (const heard of hear(poisoned)) {
          expectSound(heard);
          expect(() => JSON.stringify(heard)).not.toThrow();
        }
      }
    }
  });
}

function describeTrust({ signed, handshake }: Webhook): void {
  const raw = Buffer.from('{"text":"\\u00e4"}');
  const by = (secret: string) => ({ 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}` });

  it('believes the current and the former secret, and nobody else', () => {
    expect(signed(raw, by('former'), ['current', 'former'])).toBe(true);
    expect(signed(raw, by('stranger'), ['current', 'former'])).toBe(false);
    expect(signed(Buffer.concat([raw, Buffer.from(' ')]), by('current'), ['current'])).toBe(false);
    expect(signed(raw, by('current'), [])).toBe(false);
    expect(signed(raw, by(''), [''])).toBe(false);
  });

  it('takes any header for a no rather than throw', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (header) => !signed(raw, { 'x-hub-signature-256': header }, ['secret'])),
      { numRuns: RUNS },
    );
  });

  if (handshake)
    it('gives the challenge back only for a token that it knows', () => {
      const ask = (token: string, mode = 'subscribe') =>
        handshake({ 'hub.mode': mode, 'hub.challenge': '42', 'hub.verify_token': token }, ['ours', '']);
      expect(ask('ours')).toEqual({ status: 200, body: '42' });
      expect(ask('theirs').status).toBe(403);
      expect(ask('').status).toBe(403);
      expect(ask('ours', 'unsubscribe').status).toBe(403);
      expect(handshake({}, ['ours']).status).toBe(403);
    });
}

function describePeople({ address, alias, hear }: ChannelKind, { addresses, nobodies, recorded }: Samples): void {
  it.each(Object.entries(addresses))('knows who %p is', (to, key) => {
    expect(address(to).keys[0]).toBe(key);
    expectPerson(address(to));
  });

  it.each([...nobodies])('says in words that %p is nobody', (to) => {
    expect(() => address(to)).toThrow(TypeError);
    expect(() => address(to)).toThrow(/\w+ \w+/);
  });

  it('says of every name that it hears what kind it is, and how the network wrote it', () => {
    const people = recorded.flatMap(({ body }) => (hear?.(body) ?? []).flatMap(peopleIn));
    for (const { keys, spellings = {} } of [...people, ...Object.keys(addresses).map(address)]) {
      for (const key of keys) expect([key, alias?.(key).kind]).not.toEqual([key, 'other']);
      for (const key of keys) expect(key).toContain(alias?.(key).value ?? '');
      expect(keys).toEqual(expect.arrayContaining(Object.keys(spellings)));
      for (const [key, spelling] of Object.entries(spellings)) expect(key).not.toContain(spelling);
    }
  });

  it('has all names that hold when it says that some have changed', () => {
    const moves = recorded.flatMap(({ body }) => (hear?.(body) ?? []).filter((one) => one.type === 'identity'));
    for (const { who, now } of moves) {
      expect(now.keys.length).toBeGreaterThan(0);
      expect(now.keys).not.toEqual(who.keys);
    }
  });
}

const peopleIn = (heard: Heard): Who[] =>
  ['from', 'to', 'who', 'now'].flatMap((field) => ((heard as unknown as Record<string, Who | null>)[field] as Who | null) ?? []);

function describeSending({ send }: ChannelKind, { config, message, accepted }: Samples): void {
  const attempt = async (behaviour: Behaviour, timeout?: number) => {
    const provider = await aProvider(behaviour, timeout);
    try {
      return await send(config, message, provider.outside).then(
        (sent) => ({ sent }),
        (failure: unknown) => ({ failure }),
      );
    } finally {
      await provider.close();
    }
  };

  it('brings back the provider id of what was taken', async () => {
    expect(await attempt({ status: 200, body: accepted.body })).toMatchObject({ sent: { providerMessageId: accepted.id } });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Behaviour, SendFailure['verdict']]>([
    ['took it but gave no id',        { status: 200, body: {} },                            'unknown'],
    ['took it but wrote no JSON',     { status: 200, body: '<html>' },                      'unknown'],
    ['answered null',                 { status: 200, body: 'null' },                        'unknown'],
    ['broke off in mid-answer',       'breaks off in mid-answer',                           'unknown'],
    ['hung up',                       'hangs up',                                           'unknown'],
    ['sends us elsewhere',            { status: 307, headers: { location: '/' }, body: {} }, 'unknown'],
    ['fell over',                     { status: 500, body: '<html>' },                      'unknown'],
    ['is behind a broken gateway',    { status: 502, body: '<html>' },                      'unknown'],
    ['asks for patience',             { status: 429, body: '<html>' },                      'later'],
    ['does not know our token',       { status: 401, body: '<html>' },                      'later'],
  ])('when the provider %s, the end is right', async (_, behaviour, verdict) => {
    const { failure } = (await attempt(behaviour)) as { failure: unknown };
    expectFailure(failure, verdict);
  });

  it('does not know what became of a message when the answer takes too long', async () => {
    expectFailure(((await attempt('never answers', 50)) as { failure: unknown }).failure, 'unknown');
  });

  it('may try again when nobody was there', async () => {
    const failure = await send(config, message, outsideAt(await deadPort())).catch((error: unknown) => error);
    expectFailure(failure, 'later');
  });

  it('waits as long as the provider asks', async () => {
    const { failure } = (await attempt({ status: 429, headers: { 'retry-after': '7' }, body: {} })) as { failure: SendFailure };
    expect(failure.options.retryAfter).toBe(7000);
  });

  it('never repeats a secret or the words of the message in a failure', async () => {
    const words = message.content.type === 'text' ? message.content.text : message.reference;
    const echoing = {
      error: { message: `Malformed access token ${Object.values(config).join(' ')} in "${words}" to +1 555 010 0101`, code: 190 },
    };
    const { failure } = (await attempt({ status: 400, body: echoing })) as { failure: SendFailure };
    const said = JSON.stringify([failure.message, failure.problem, failure.cause]);
    for (const secret of [config.accessToken ?? '', words, '555 010 0101']) expect(said).not.toContain(secret);
  });
}

/** What a channel can do beside sending, it does with the same three ends. */
function describeGestures({ capabilities, react, seen, typing }: ChannelKind, { config, message: { to } }: Samples): void {
  const attention = { to, providerMessageId: 'an id' };
  const gestures: Record<string, ((outside: Outside) => Promise<void>) | undefined> = {
    react: react && ((outside) => react(config, { to, target: 'an id', emoji: '❤️', at: 1 }, outside)),
    'react with nothing': react && ((outside) => react(config, { to, target: 'an id', emoji: null, at: 1 }, outside)),
    seen: seen && ((outside) => seen(config, attention, outside)),
    typing: typing && ((outside) => typing(config, attention, outside)),
  };

  it('names emoji only when it can react', () => {
    expect(capabilities.reactions.length > 0).toBe(react !== undefined);
  });

  it.each(Object.entries(gestures).filter(([, gesture]) => gesture))('can %s, and says how it ended', async (_, gesture) => {
    const ends: [Behaviour, SendFailure['verdict'] | null][] = [
      [{ status: 200, body: {} }, null],
      [{ status: 502, body: '<html>' }, 'unknown'],
      [{ status: 429, body: {} }, 'later'],
      [{ status: 400, body: { error: { message: 'No' } } }, 'never'],
    ];
    for (const [behaviour, verdict] of ends) {
      const provider = await aProvider(behaviour);
      const failure = await gesture?.(provider.outside).catch((error: unknown) => error);
      await provider.close();
      if (verdict === null) expect(failure).toBeUndefined();
      else expectFailure(failure, verdict);
    }
  });
}

/** How the account is: what the network refuses is a fact, and a network that is not there is none. */
function describeCheck({ check }: ChannelKind, { config }: Samples): void {
  const asked = async (behaviour: Behaviour): Promise<unknown> => {
    const provider = await aProvider(behaviour, 200);
    return check?.(config, provider.outside, 1)
      .catch((error: unknown) => error)
      .finally(provider.close);
  };
  const refusing = { error: { message: `Session of ${config.accessToken} has expired`, code: 190, error_subcode: 463 } };

  // biome-ignore format: a table is read in columns
  it.each<[string, Behaviour, boolean]>([
    ['tells nothing',            { status: 200, body: {} },       true],
    ['does not know our token',  { status: 401, body: '<html>' }, false],
    ['says that it has expired', { status: 400, body: refusing }, false],
  ])('when the provider %s, that is what is known of the token', async (_, behaviour, valid) => {
    if (!check) return;
    const facts = await asked(behaviour);
    expect(facts).toMatchObject({ token: { valid, expiresAt: null } });
    expect(JSON.stringify(facts)).not.toContain(config.accessToken);
  });

  it('says that nobody could be asked', async () => {
    const gone: Behaviour[] = [
      'hangs up',
      'never answers',
      { status: 200, body: '<html>' },
      { status: 502, body: '' },
      { status: 429, body: {} },
    ];
    for (const behaviour of check ? gone : []) expect(await asked(behaviour)).toBeInstanceOf(SendFailure);
  });
}

function expectFailure(failure: unknown, verdict: SendFailure['verdict']): void {
  expect(failure).toBeInstanceOf(SendFailure);
  const { problem } = failure as SendFailure;
  expect([(failure as SendFailure).verdict, problem.detail !== '']).toEqual([verdict, true]);
  expect(PROBLEM_CODES).toContain(problem.code);
}

/** Whatever an event is, the desk can store it. */
function expectSound(heard: Heard): void {
  const { raw: _, ...said } = heard;
  expect(TYPES).toContain(heard.type);
  expect(heard.account === null || typeof heard.account === 'string').toBe(true);
  expect('raw' in heard).toBe(true);
  const words = JSON.stringify(said);
  expect(words).not.toMatch(/\\u0000|\\ud[89a-f][0-9a-f]{2}/);
  if ('at' in heard) expect(heard.at === null || Number.isSafeInteger(heard.at)).toBe(true);
  if (heard.type === 'message') expectPerson(heard.from);
  if (heard.type === 'echo') expectPerson(heard.to);
  if (heard.type === 'message' || heard.type === 'echo') expect(heard.id).not.toBe('');
}

function expectPerson({ keys, address }: Who): void {
  expect(keys.length).toBeGreaterThan(0);
  expect([...keys, address.display].every((word) => typeof word === 'string' && word !== '')).toBe(true);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The body with `deep` beside every member of every object. */
function withEverywhere(value: unknown, deep: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => withEverywhere(part, deep));
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withEverywhere(part, deep)])), surprise: deep };
}

async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
