import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Desk } from '../../src/actions/desk';
import { problemOf } from '../../src/http/problems';
import { rejects } from '../../src/http/rejects';
import { type DoorKind, sharedDoor } from '../../src/http/shared-door';
import type { ChannelConfig, SharedDoor } from '../../src/ports/channel';
import type { Channel, House } from '../../src/ports/store';
import { quiet } from '../support/database';

const channel = (account: string, more: Partial<Channel> = {}) =>
  ({ id: `of ${account}`, kind: 'fake', config: { account }, deletedAt: null, ...more }) as Channel;
const houseWith = (...channels: Channel[]) => ({ channels }) as unknown as House;

/** Says in a header for whom it calls and whether that is true. */
const kind = {
  kind: 'fake',
  config: [],
  accounts: ({ account = '' }: ChannelConfig) => [account],
  hear: (told: unknown) => [{ type: 'notice', account: null, kind: 'told', raw: told }],
  door: {
    path: '/door',
    accountOf: ({ headers }) => headers.account ?? null,
    admits: async (_config, { headers }) => {
      if (headers.proof === 'later') throw new Error('nobody answers');
      return headers.proof === 'right';
    },
    answer: (told) => ({ status: 200, body: { told } }),
  } satisfies SharedDoor,
} as unknown as DoorKind;

describe('a door that all channels of a network share', () => {
  const load = { bytes: 0, events: 0 };
  const stored: unknown[] = [];
  const refused = rejects();
  const down = { yes: false };
  let url: string;
  let close: () => void;

  beforeAll(async () => {
    const desk = {
      kinds: new Map([['fake', kind]]),
      house: {
        current: () => houseWith(channel('a'), channel('gone', { deletedAt: 1 })),
        refresh: async () => houseWith(channel('a'), channel('new')),
      },
      clock: { now: () => 1 },
      log: quiet,
    } as unknown as Desk;
    const submit = async (parcels: readonly unknown[]) => {
      if (down.yes) throw new Error('no database');
      stored.push(...parcels);
    };
    const app = express().post('/door', sharedDoor({ desk, intake: { submit, waiting: () => load }, rejects: refused }, kind));
    app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
      const problem = problemOf(error, 'r');
      if (typeof problem.retryAfter === 'number') response.setHeader('Retry-After', problem.retryAfter);
      response.status(problem.status).json(problem);
    });
    const server = app.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/door`;
    close = () => server.close();
  });
  afterAll(() => close());
  beforeEach(() => {
    stored.length = 0;
  });

  const call = async (headers: Record<string, string>, body = '{"a":1}') => {
    const response = await fetch(url, { method: 'POST', headers, body });
    return {
      status: response.status,
      later: response.headers.get('retry-after'),
      asks: response.headers.get('www-authenticate'),
      body: await response.json(),
    };
  };

  it('hears for the channel that is named and proved, and answers once it is stored', async () => {
    expect(await call({ account: 'a', proof: 'right' })).toMatchObject({ status: 200, body: { told: { a: 1 } } });
    expect(stored).toMatchObject([{ channelId: 'of a', heard: [{ raw: { a: 1 } }] }]);
  });

  it('knows a channel that another process has just connected', async () => {
    expect((await call({ account: 'new', proof: 'right' })).status).toBe(200);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Record<string, string>, string, number]>([
    ['nobody is named',                        { proof: 'right' },                '{}', 401],
    ['nobody is named, and it is no JSON',     { proof: 'right' },                'no', 401],
    ['a stranger is named',                    { account: 'x', proof: 'right' },  '{}', 401],
    ['a channel is named that is gone',        { account: 'gone', proof: 'right' }, '{}', 401],
    ['nothing is proved',                      { account: 'a' },                  '{}', 401],
    ['it is no JSON',                          { account: 'a', proof: 'right' },  'no', 400],
    ['it is larger than any call',             { account: 'a', proof: 'right' },  'x'.repeat(3 * 1024 * 1024 + 1), 413],
    ['the proof can’t be checked now',         { account: 'a', proof: 'later' },  '{}', 503],
  ])('stores nothing where %s', async (_, headers, body, status) => {
    const answer = await call(headers, body);
    expect(answer.status).toBe(status);
    expect(answer.later).toBe(status === 503 ? '5' : null);
    expect(answer.asks).toBe(status === 401 ? 'Bearer' : null);
    expect(stored).toEqual([]);
  });

  it('counts for the admin what was refused in the name of a channel', async () => {
    expect(refused.of('of a').map(({ rejection, count }) => [rejection, count])).toEqual(
      expect.arrayContaining([
        ['not_json', 1],
        ['unknown_secret', 1],
      ]),
    );
  });

  it('asks for patience while too much waits, or nothing can be stored', async () => {
    load.events = 5000;
    expect(await call({ account: 'a', proof: 'right' })).toMatchObject({ status: 503, later: '5' });
    load.events = 0;
    down.yes = true;
    expect(await call({ account: 'a', proof: 'right' })).toMatchObject({ status: 503, later: '5' });
    down.yes = false;
    expect(stored).toEqual([]);
  });
});
