import { type AddressInfo, createServer } from 'node:net';
import { type ChannelKind, type Outside, SendFailure } from '../../src/ports/channel';
import { aProvider, type Behaviour, outsideAt, type Provider } from '../channels/support/provider';
import { allEnds, endOf } from './ends';
import { itCannot, metaRefuses, metaSaysNo, providerOf, type Samples, secretsOf } from './samples';
import { expectFailure } from './sound';

/** The four ends of a send: it went · it surely did not, and may be tried again · nor ever will · nobody knows. */
export function describeSending(kind: ChannelKind, samples: Samples): void {
  const { config, message, accepted, refusal = metaRefuses } = samples;
  const provider = providerOf(samples);
  const attempt = (behaviour: Behaviour, timeout?: number) => sentBy(kind, samples, provider(behaviour, timeout));

  it('brings back the provider id of what was taken', async () => {
    expect(await attempt({ status: 200, body: accepted.body })).toMatchObject({ providerMessageId: accepted.id });
  });

  for (const [name, behaviour] of allEnds()) {
    const { end, because } = endOf(name, samples);
    const title = `when the provider ${name}, the end is right`;
    if (end === null) itCannot(title, because);
    else it(because ? `${title}: ${because}` : title, async () => expectEnd(await attempt(behaviour, timeoutOf(behaviour)), end));
  }

  const nobody = endOf('is not there', samples);
  if (nobody.end === null) itCannot('may try again when nobody was there', nobody.because);
  else
    it('may try again when nobody was there', async () => {
      const failure = await kind.send(config, message, outsideAt(await deadPort())).catch((error: unknown) => error);
      expectFailure(failure, 'later');
    });

  const patience = endOf('says how long to wait', samples);
  if (patience.end === null) itCannot('waits as long as the provider asks', patience.because);
  else
    it('waits as long as the provider asks', async () => {
      const failure = await attempt({ status: 429, headers: { 'retry-after': '7' }, body: {} });
      expect((failure as SendFailure).options.retryAfter).toBe(7000);
    });

  const silent = 'never repeats a secret or the words of the message in a failure';
  if (samples.itself) {
    itCannot(silent, samples.itself);
    return;
  }
  it(silent, async () => {
    const words = message.content.type === 'text' ? message.content.text : message.reference;
    const echoed = refusal(`${secretsOf(kind, samples).join(' ')} in "${words}" to +1 555 010 0101`);
    const failure = (await attempt(echoed)) as SendFailure;
    expect(failure).toBeInstanceOf(SendFailure);
    const said = JSON.stringify([failure.message, failure.problem, failure.cause]);
    for (const secret of [...secretsOf(kind, samples), words, '555 010 0101']) expect(said).not.toContain(secret);
  });
}

const timeoutOf = (behaviour: Behaviour): number | undefined => (behaviour === 'never answers' ? 50 : undefined);

async function sentBy({ send }: ChannelKind, { config, message }: Samples, opening: Promise<Provider>): Promise<unknown> {
  const provider = await opening;
  return send(config, message, provider.outside)
    .catch((failure: unknown) => failure)
    .finally(provider.close);
}

function expectEnd(became: unknown, end: SendFailure['verdict'] | 'sent'): void {
  if (end !== 'sent') expectFailure(became, end);
  else expect((became as { readonly providerMessageId?: string }).providerMessageId).toEqual(expect.stringMatching(/./));
}

/** What a channel can do beside sending, it does with the same ends. */
export function describeGestures({ capabilities, react, seen, typing }: ChannelKind, samples: Samples): void {
  const { config, message, done = {}, quotable = 'an id', no = metaSaysNo } = samples;
  const { to, route } = message;
  const attention = { to, ...(route === undefined ? {} : { route }), providerMessageId: quotable };
  const reaction = { to, ...(route === undefined ? {} : { route }), target: quotable, at: 1 };
  const gestures: Record<string, ((outside: Outside) => Promise<void>) | undefined> = {
    react: react && ((outside) => react(config, { ...reaction, emoji: emojiOf(capabilities.reactions) }, outside)),
    'react with nothing': react && ((outside) => react(config, { ...reaction, emoji: null }, outside)),
    seen: seen && ((outside) => seen(config, attention, outside)),
    typing: typing && ((outside) => typing(config, attention, outside)),
  };

  it('names emoji only when it can react', () => {
    expect(capabilities.reactions.length > 0).toBe(react !== undefined);
  });

  const able = Object.entries(gestures).filter(([, gesture]) => gesture);
  if (able.length === 0) {
    itCannot('can react, mark as read or show that somebody writes', 'the network has no such things');
    return;
  }
  it.each(able)('can %s, and says how it ended', async (_, gesture) => {
    const ends: [Behaviour, SendFailure['verdict'] | 'sent' | null][] = [
      [{ status: 200, body: done }, 'sent'],
      [{ status: 502, body: '<html>' }, endOf('is behind a broken gateway', samples).end],
      [{ status: 429, body: {} }, endOf('asks for patience', samples).end],
      [no, 'never'],
    ];
    for (const [behaviour, end] of samples.itself ? ends.slice(0, 1) : ends) {
      const provider = await providerOf(samples)(behaviour);
      const failure = await gesture?.(provider.outside).catch((error: unknown) => error);
      await provider.close();
      if (end === 'sent') expect(failure).toBeUndefined();
      else if (end !== null) expectFailure(failure, end);
    }
  });
}

const emojiOf = (reactions: 'any' | readonly string[]): string => (reactions === 'any' ? '❤️' : (reactions[0] ?? '❤️'));

/** How the account is: what the network refuses is a fact, and a network that is not there is none. */
export function describeCheck(kind: ChannelKind, samples: Samples): void {
  const { check } = kind;
  if (!check) {
    itCannot('says how the account is', 'the network can’t be asked about it');
    return;
  }
  const { config, provider = aProvider, checking = {} } = samples;
  const { well = {}, expired = () => metaRefuses(`${secretsOf(kind, samples)[0]} that is over`), except = {} } = checking;
  const asked = async (behaviour: Behaviour): Promise<unknown> => {
    const there = await provider(behaviour, 200);
    return check(config, there.outside, 1)
      .catch((error: unknown) => error)
      .finally(there.close);
  };

  const secrets = secretsOf(kind, samples);

  // biome-ignore format: a table is read in columns
  const known: [string, Behaviour, boolean][] = [
    ['answers well',             { status: 200, body: well },     true],
    ['does not know our token',  { status: 401, body: '<html>' }, false],
    ['says that it has expired', expired(secrets[0] ?? ''),       false],
  ];
  for (const [name, behaviour, valid] of known) {
    const title = `when the provider ${name}, that is what is known of the token`;
    if (except[name]) itCannot(title, except[name]);
    else
      it(title, async () => {
        const facts = await asked(behaviour);
        expect(facts).toMatchObject({ token: { valid } });
        for (const secret of secrets) expect(JSON.stringify(facts)).not.toContain(secret);
      });
  }

  // biome-ignore format: a table is read in columns
  const gone: [string, Behaviour][] = [
    ['hangs up',              'hangs up'],
    ['never answers',         'never answers'],
    ['writes no JSON',        { status: 200, body: '<html>' }],
    ['has a broken gateway',  { status: 502, body: '' }],
    ['asks for patience',     { status: 429, body: {} }],
  ];
  for (const [name, behaviour] of gone) {
    const title = `says that nobody could be asked when the provider ${name}`;
    if (except[name]) itCannot(title, except[name]);
    else it(title, async () => expect(await asked(behaviour)).toBeInstanceOf(SendFailure));
  }
}

async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
