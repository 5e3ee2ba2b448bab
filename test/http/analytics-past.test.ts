import { catchUp } from '../../src/actions/figures/catch-up';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

const MINUTE = 60_000;
const [MARIA, PEDRO] = ['15550000001', '15550000002'];

describe('past moments over HTTP', () => {
  let server: AServer;
  let channel: string;
  let ana: Client;

  const now = () => new Date(server.clock.now()).toISOString();
  const hears = async (from: string | undefined, text: string) => {
    await server.tell(channel, aText(from ?? '', text));
    return (await server.admin.get(`/tickets?q=${from}`)).body.data[0];
  };
  const get = async (path: string) => (await server.admin.get(`/analytics/${path}`)).body;
  const column = (board: { columns: { key: string }[] }, key: string) => board.columns.find((one) => one.key === key) as never;

  beforeAll(async () => {
    server = await aServer();
    channel = await aChannel(server.admin);
    ana = await server.agent('Ana');
    await server.admin.patch('/settings', { routing: { strategy: 'manual' } });
    await ana.put('/me/presence', { presence: 'online' });
  });
  afterAll(() => server.close());

  it('tell names, words, stages and assignees of then, what they are now, and of a deleted stage when it went', async () => {
    const { key } = (await server.admin.post('/stages', { name: 'Parts', color: 'clay' })).body;
    const first = await hears(MARIA, 'Is the lamp dimmable?');
    await ana.post(`/tickets/${first.id}/take`, {});
    await server.admin.patch(`/tickets/${first.id}`, { stage: key });
    server.clock.forward(10 * MINUTE);
    const then = now();
    server.clock.forward(MINUTE);
    await server.admin.patch(`/stages/${key}`, { name: 'Spare parts' });
    await server.admin.patch(`/contacts/${first.contact.id}`, { name: 'Maria Dolores' });
    await server.admin.patch(`/agents/${ana.id}`, { name: 'Anna' });
    await hears(MARIA, 'Hello?');
    await hears(PEDRO, 'A new lamp');
    const renamed = now();
    server.clock.forward(MINUTE);
    await server.admin.delete(`/stages/${key}`);
    await server.admin.post(`/tickets/${first.id}/close`, {});

    const board = await get(`board?at=${then}`);
    expect(board).toMatchObject({ at: then, by: 'stage', open: 1, oldestWaitSeconds: null });
    expect(board.columns.map((one: { key: string }) => one.key)).toContain('auto_closed');
    expect(column(board, key)).toMatchObject({
      stage: { name: 'Parts', color: 'clay', deletedAt: now(), renamedTo: 'Spare parts' },
      tickets: 1,
      medianSeconds: 600,
      cards: [
        {
          id: first.id,
          number: first.number,
          contact: { name: first.contact.name, address: MARIA },
          status: 'active',
          stage: { key },
          seconds: 600,
          assignee: { id: ana.id, name: 'Ana' },
          lastMessage: { text: 'Is the lamp dimmable?', deleted: false },
          now: { status: 'closed', stage: { key: 'closed' } },
        },
      ],
    });
    const later = await get(`board?at=${renamed}&by=status`);
    expect(later).toMatchObject({
      open: 2,
      oldestWaitSeconds: 0,
      statuses: [{ status: 'pending', tickets: 1 }, { tickets: 1 }, {}, {}, {}],
    });
    expect(column(later, 'active')).toMatchObject({
      stage: null,
      cards: [
        { contact: { name: 'Maria Dolores' }, assignee: { name: 'Anna' }, stage: { name: 'Spare parts' }, lastMessage: { text: 'Hello?' } },
      ],
    });
    expect((await get(`board?at=${now()}`)).columns.map((one: { key: string }) => one.key)).not.toContain(key);

    const stages = await get(`stages?at=${then}`);
    expect(stages.stages).toContainEqual({
      key,
      name: 'Parts',
      color: 'clay',
      tickets: 1,
      seconds: 600,
      medianSeconds: 600,
      p90Seconds: 600,
    });
    expect(stages.agents).toContainEqual({ id: ana.id, name: 'Ana', presence: null, open: 1 });
    const live = await get('stages');
    const byAgent = (all: { agents: { open: number }[] }) => all.agents.map(({ open }) => open).filter(Boolean);
    const past = await get(`stages?at=${now()}`);
    expect({ ...past, agents: byAgent(past) }).toEqual({ ...live, agents: byAgent(live) });
  });

  it('list every ticket that was there, by stage or status then, page by page', async () => {
    const at = now();
    await catchUp(server.desk);
    const all = await get(`tickets?at=${at}&limit=1`);
    expect(all).toMatchObject({ data: [{ contact: { address: PEDRO }, status: 'pending' }], nextCursor: expect.any(String) });
    const rest = await get(`tickets?at=${at}&limit=1&cursor=${all.nextCursor}`);
    expect(rest).toMatchObject({ data: [{ contact: { address: MARIA }, status: 'closed', stage: { key: 'closed' } }] });
    expect((await get(`tickets?at=${at}&status=closed`)).data).toEqual(rest.data);
    expect((await get(`tickets?at=${at}&agent=none&stage=open`)).data).toEqual(all.data);
    expect((await get(`tickets?at=${at}&agent=${ana.id}`)).data).toEqual([]);
    for (const one of [all, rest])
      expect(await get(`tickets?at=${at}&ticket=${one.data[0].id}`)).toEqual({ data: one.data, nextCursor: null });
    const early = new Date(Date.parse(all.data[0].createdAt) - 1).toISOString();
    expect((await get(`tickets?at=${early}&ticket=${all.data[0].id}`)).data).toEqual([]);
    expect((await get(`tickets?at=${early}&ticket=${rest.data[0].id}`)).data).toMatchObject([
      { status: 'active', contact: { address: MARIA } },
    ]);
  });

  it('draw the hill of open tickets, and refuse what is no moment of the past', async () => {
    const to = now();
    const from = new Date(server.clock.now() - 15 * MINUTE).toISOString();
    expect(await get(`hill?from=${from}&to=${to}&step=PT15M`)).toEqual({
      from,
      to,
      step: 'PT15M',
      points: [
        { at: from, open: 0 },
        { at: to, open: 1 },
      ],
    });
    const refused = async (path: string) => {
      const { status, body } = await server.admin.get(`/analytics/${path}`);
      return [status, body.errors?.[0]?.path];
    };
    const ahead = new Date(server.clock.now() + 1).toISOString();
    for (const list of ['board', 'stages', 'tickets'])
      for (const at of [ahead, 'yesterday', '2026-02-30T00:00:00Z']) expect(await refused(`${list}?at=${at}`)).toEqual([422, 'at']);
    expect(await refused(`hill?from=2000-01-01T00:00:00Z&to=${to}&step=PT15M`)).toEqual([422, 'step']);
    expect(await refused(`hill?from=${from}&to=${to}&zone=Mars/Olympus`)).toEqual([422, 'zone']);
    expect((await ana.get(`/analytics/board?at=${to}`)).status).toBe(403);
  });
});
