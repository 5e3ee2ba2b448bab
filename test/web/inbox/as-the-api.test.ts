import fc from 'fast-check';
import { STATUSES } from '../../../src/domain/ticket';
import type { ListSearch } from '../../../web/app/list-search';
import { fits } from '../../../web/inbox/fits';
import { type AServer, aServer } from '../../http/support/a-server';
import { aChannel, aText } from '../../http/support/whatsapp';

/** What each of the tickets has gone through; together they are of many kinds. */
const FATES: readonly (readonly [verb: string, body: object][])[] = [
  [],
  [['close', {}]],
  [['in-progress', {}]],
  [['snooze', { for: 'PT1H' }]],
  [['take', {}]],
  [['read', {}]],
  [
    ['take', {}],
    ['close', {}],
  ],
];

describe('a filter', () => {
  let server: AServer;
  // biome-ignore lint/suspicious/noExplicitAny: the tickets as the API has them
  let tickets: any[];

  beforeAll(async () => {
    server = await aServer();
    const { admin } = server;
    const channels = [await aChannel(admin), await aChannel(admin, { phoneNumberId: '106540352242923' })];
    const luis = await server.agent('Luis');
    for (const who of [admin, luis]) await who.put('/me/presence', { presence: 'online' });
    for (let n = 0; n < 14; n++) {
      const number = n % 2 === 0 ? undefined : '106540352242923';
      await server.tell(channels[n % 2] ?? '', aText(`1555000${100 + n}`, 'hello', number === undefined ? {} : { number }));
    }
    const { data } = (await admin.get('/tickets?limit=200')).body;
    for (const [n, { id }] of data.entries()) {
      await admin.patch(`/tickets/${id}`, {
        priority: ['low', 'high'][n % 2],
        tags: n % 3 === 0 ? ['vip', 'refund'] : n % 3 === 1 ? ['vip'] : [],
      });
      for (const [verb, body] of FATES[n % FATES.length] ?? []) await admin.post(`/tickets/${id}/${verb}`, body);
    }
    tickets = (await admin.get('/tickets?limit=200')).body.data;
  });
  afterAll(() => server.close());

  const several = (values: readonly string[]) =>
    fc.option(
      fc.subarray([...values], { minLength: 1 }).map((some) => some.join(',')),
      { nil: undefined },
    );

  it('means the same on the page and in the database', async () => {
    const kinds = new Set(tickets.map(({ status, stage }) => `${status} ${stage.key}`));
    expect(kinds.size).toBeGreaterThan(3);
    const queries = fc.record({
      status: several(STATUSES),
      stage: several(['open', 'snoozed', 'closed']),
      assignee: several(['me', 'none', ...new Set(tickets.flatMap(({ assignee }) => (assignee ? [assignee.id] : [])))]),
      channel: several([...new Set(tickets.map(({ channel }) => channel.id))]),
      priority: several(['low', 'high', 'urgent']),
      tag: several(['vip', 'refund']),
      unread: fc.option(fc.constant('true' as const), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as ListSearch;
        const { body } = await server.admin.get(`/tickets?limit=200&${new URLSearchParams(asked as Record<string, string>)}`);
        const here = tickets.filter((ticket) => fits(ticket, asked, server.admin.id)).map(({ id }) => id);
        expect(body.data.map(({ id }: { id: string }) => id).sort()).toEqual(here.sort());
      }),
      { numRuns: 100 },
    );
  });
});
