import { createServer } from 'node:net';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { disconnectChannel } from '../../src/actions/channels/disconnect-channel';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Desk, Person } from '../../src/actions/desk';
import { checkNow } from '../../src/actions/health/check-channel';
import { sendMessage } from '../../src/actions/sending/send-message';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import type { Message } from '../../src/domain/message';
import { LeaseLost } from '../../src/ports/store';
import { runKey } from '../../src/timers/errands';
import { activeWith, answers, hears, MARIA, messageOf, PEDRO, text } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const graphError =
  (status: number, code: number, message = 'Graph says no') =>
  () => ({ status, body: { error: { code, message } } });

describe.each(databases())('a send, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const write = (ticketId: string, by: Person, words: string): Promise<Message> =>
    answerTicket(house.desk, { ticketId, by, content: text(words) });
  const setUp = async () => {
    const ana = await house.agent('Ana');
    return { ana, ticket: await activeWith(house, ana) };
  };
  const channel = async () => (await house.desk.house.refresh()).channels.find(({ id }) => id === house.whatsapp.id)!;

  describe('ends', () => {
    it('as sent, with the network\u2019s id', async () => {
      const { ana, ticket } = await setUp();
      expect(await answers(house, ticket, ana)).toMatchObject({
        delivery: { status: 'sent', attempts: 1, error: null, attemptedAt: house.clock.now(), acceptedAt: house.clock.now() },
        providerMessageId: 'wamid.OUT1',
      });
      expect(await house.desk.store.reads.nextDue()).toBeNull();
    });

    it.each([
      [131047, 'window_closed', false],
      [131026, 'recipient_unavailable', false],
      [131053, 'media_problem', true],
      [132001, 'template_problem', false],
    ])('as never, when Graph says %i: %s', async (code, problem, retryable) => {
      const { ana, ticket } = await setUp();
      house.graph.behave(graphError(400, code));
      expect((await answers(house, ticket, ana)).delivery).toMatchObject({
        status: 'failed',
        attempts: 1,
        error: { code: problem, providerCode: String(code), retryable },
      });
      expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true });
      house.clock.forward(DAY);
      await house.errands();
      expect(house.graph.calls).toHaveLength(1);
    });

    it.each([
      [
        'an error of the server',
        (): { status: number; body: unknown } => ({ status: 500, body: { error: { code: 2, message: 'service unavailable' } } }),
      ],
      ['a gateway that speaks HTML', (): { status: number; body: unknown } => ({ status: 502, body: '<html>' })],
      ['a yes without an id', (): { status: number; body: unknown } => ({ status: 200, body: {} })],
      ['no answer', (): 'hang' => 'hang'],
    ])('as uncertain, after %s, and is not sent again', async (_, behaviour) => {
      const { ana, ticket } = await setUp();
      house.graph.behave(behaviour);
      expect((await answers(house, ticket, ana)).delivery).toMatchObject({
        status: 'uncertain',
        attempts: 1,
        error: { code: 'ambiguous', retryable: true },
      });
      house.graph.behave(() => null);
      house.clock.forward(DAY);
      await house.errands();
      expect(house.graph.calls).toHaveLength(1);
    });

    it('as later, when nothing answered: with growing gaps, until it goes', async () => {
      const { ana, ticket } = await setUp();
      house.graph.behave(graphError(400, 131016));
      const message = await answers(house, ticket, ana);
      const gaps: number[] = [];
      for (let attempt = 1; attempt <= 12; attempt++) {
        expect((await messageOf(house, message.id)).delivery).toMatchObject({
          status: 'queued',
          attempts: attempt,
          error: { code: 'transient' },
        });
        const due = (await house.desk.store.reads.nextDue())!;
        gaps.push((due - house.clock.now()) / SECOND);
        house.clock.forward(due - house.clock.now() - 1);
        await house.errands();
        expect(house.graph.calls).toHaveLength(attempt);
        house.clock.forward(1);
        await house.errands();
      }
      expect(gaps).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
      house.graph.behave(() => null);
      house.clock.forward(300 * SECOND);
      await house.errands();
      expect((await messageOf(house, message.id)).delivery).toMatchObject({ status: 'sent', attempts: 14, error: null });
    });

    it('as later with up to half as much again, so that many do not come back at once', async () => {
      const { ana, ticket } = await setUp();
      house.graph.behave(graphError(400, 131016));
      const jittered: Desk = { ...house.desk, random: () => 0.9999 };
      await write(ticket.id, ana, 'good morning');
      await runKey(jittered, `chat:${ticket.chatId}`);
      const [waiting] = await house.desk.store.reads.errandsOf(`chat:${ticket.chatId}`, 10);
      expect(waiting!.dueAt - house.clock.now()).toBe(1500);
    });

    it('as later, when the connection was refused', async () => {
      const { ana, ticket } = await setUp();
      const nobody = await freePort();
      await write(ticket.id, ana, 'good morning');
      await runKey({ ...house.desk, outside: { ...house.desk.outside, graphUrl: `http://127.0.0.1:${nobody}` } }, `chat:${ticket.chatId}`);
      house.woken.clear();
      expect((await house.messages(ticket.chatId))[1]?.delivery).toMatchObject({
        status: 'queued',
        attempts: 1,
        error: { code: 'transient' },
      });
      house.clock.forward(SECOND);
      await house.errands();
      expect((await house.messages(ticket.chatId))[1]?.delivery).toMatchObject({ status: 'sent', attempts: 2 });
    });

    it('as failed, when a day of trying was in vain', async () => {
      const { ana, ticket } = await setUp();
      house.graph.behave(graphError(400, 131016, 'overloaded'));
      const message = await answers(house, ticket, ana);
      house.clock.forward(DAY - HOUR);
      await hears(house);
      house.clock.forward(HOUR);
      await house.errands();
      expect((await messageOf(house, message.id)).delivery).toMatchObject({
        status: 'failed',
        error: { code: 'gave_up', detail: expect.stringContaining('overloaded') },
      });
    });
  });

  describe('of a network that knows what it was told before', () => {
    const setUpOwn = async () => {
      const ana = await house.agent('Ana');
      const config = { secret: 'a-plain-word', outboundUrl: 'https://receiver.example/hook' };
      const channel = await connectChannel(house.desk, { kind: 'webhook', name: 'Kiosk', config });
      const who = { keys: ['hook:maria'], address: { id: 'maria', phone: MARIA, display: MARIA } };
      await house.hearOn(channel, says(MARIA, 'hello', { account: null, from: who }));
      const [ticket] = await house.tickets(MARIA);
      const message = await answerTicket(house.desk, { ticketId: ticket!.id, by: ana, content: text('good morning') });
      const names: (string | undefined)[] = [];
      const receiver = { status: 503 };
      const call: Desk['outside']['call'] = async (_, { headers }) => {
        names.push(headers['webhook-id']);
        return { ...receiver, headers: {}, body: Buffer.from('') };
      };
      const desk: Desk = { ...house.desk, random: () => 0.9999, outside: { ...house.desk.outside, call } };
      return { channel, message, names, receiver, desk };
    };

    it('goes on by its own timetable, beyond a day, each time under one name, until its tries are over', async () => {
      const { desk, message, names } = await setUpOwn();
      const gaps: number[] = [];
      for (let tries = 1; tries <= 8; tries++) {
        await runKey(desk, `chat:${message.chatId}`);
        const [waiting] = await desk.store.reads.errandsOf(`chat:${message.chatId}`, 10);
        if (!waiting) break;
        gaps.push(waiting.dueAt - house.clock.now());
        house.clock.forward(waiting.dueAt - house.clock.now());
      }
      expect(gaps.map((gap) => Math.floor(gap / 60_000))).toEqual([0, 7, 32, 122, 302, 602, 602]);
      expect(new Set(names)).toEqual(new Set([message.id]));
      expect(names).toHaveLength(8);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({
        status: 'failed',
        attempts: 8,
        error: { code: 'transient', providerCode: '503', retryable: true },
      });
    });

    it('goes as soon as a check finds the network there again', async () => {
      const { desk, message, channel, receiver } = await setUpOwn();
      for (const ms of [0, 10 * SECOND]) {
        house.clock.forward(ms);
        await runKey(desk, `chat:${message.chatId}`);
      }
      await checkNow(desk, channel);
      receiver.status = 200;
      await runKey(desk, `chat:${message.chatId}`);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({ status: 'queued', attempts: 2 });
      await checkNow(desk, channel);
      await runKey(desk, `chat:${message.chatId}`);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({ status: 'sent', attempts: 3 });
    });
  });

  describe('of a chat', () => {
    it('waits behind the one before it, and goes in order', async () => {
      const { ana, ticket } = await setUp();
      let refusals = 1;
      house.graph.behave(() => (refusals-- > 0 ? graphError(400, 131016)() : null));
      await write(ticket.id, ana, 'one');
      await write(ticket.id, ana, 'two');
      await house.errands();
      expect(house.graph.texts()).toEqual(['one']);
      await write(ticket.id, ana, 'three');
      await house.errands();
      expect(house.graph.texts()).toEqual(['one']);
      house.clock.forward(SECOND);
      await house.errands();
      expect(house.graph.texts()).toEqual(['one', 'one', 'two', 'three']);
    });

    it('is not held by one that failed or is uncertain', async () => {
      const { ana, ticket } = await setUp();
      const ends = [graphError(400, 131026), () => 'hang' as const, () => null];
      house.graph.behave(() => (ends.shift() ?? (() => null))());
      for (const words of ['one', 'two', 'three']) await write(ticket.id, ana, words);
      await house.errands();
      expect((await house.messages(ticket.chatId)).slice(1).map(({ delivery }) => delivery?.status)).toEqual([
        'failed',
        'uncertain',
        'sent',
      ]);
    });

    it('is not held by another chat', async () => {
      const { ana, ticket } = await setUp();
      const other = await hears(house, PEDRO);
      house.graph.behave(({ body }) => (body.to === `+${MARIA}` ? graphError(400, 131016)() : null));
      await write(ticket.id, ana, 'to Maria');
      await write(other.id, ana, 'to Pedro');
      await house.errands();
      expect((await house.messages(other.chatId))[1]?.delivery?.status).toBe('sent');
    });
  });

  it('is committed as sending before the first byte leaves', async () => {
    const { ana, ticket } = await setUp();
    let seen: string | undefined;
    const outside = {
      ...house.desk.outside,
      fetch: async (...request: Parameters<typeof fetch>) => {
        seen = (await house.messages(ticket.chatId))[1]?.delivery?.status;
        return fetch(...request);
      },
    };
    await write(ticket.id, ana, 'good morning');
    await runKey({ ...house.desk, outside }, `chat:${ticket.chatId}`);
    expect(seen).toBe('sending');
  });

  it('that is found half-done is uncertain, is not sent again, and holds nobody', async () => {
    const { ana, ticket } = await setUp();
    const message = await write(ticket.id, ana, 'one');
    await write(ticket.id, ana, 'two');
    const dies = { ...house.desk.outside, fetch: () => new Promise<never>(() => undefined) };
    const [errand] = await house.desk.store.reads.errandsOf(`chat:${ticket.chatId}`, 10);
    const lease = `chat:${ticket.chatId}`;
    const token = (await house.desk.store.leases.take(lease, 15 * SECOND))!;
    void sendMessage({ ...house.desk, outside: dies }, errand!, { name: lease, token });
    while ((await messageOf(house, message.id)).delivery?.status !== 'sending') await new Promise((resolve) => setImmediate(resolve));
    await house.desk.store.leases.release(lease, token);
    await house.errands();
    expect((await messageOf(house, message.id)).delivery).toMatchObject({
      status: 'uncertain',
      attempts: 1,
      acceptedAt: house.clock.now(),
    });
    expect(house.graph.texts()).toEqual(['two']);
  });

  it('is settled by nobody who has lost the lease', async () => {
    const { ana, ticket } = await setUp();
    const message = await write(ticket.id, ana, 'one');
    const lease = `chat:${ticket.chatId}`;
    const [errand] = await house.desk.store.reads.errandsOf(lease, 10);
    const token = (await house.desk.store.leases.take(lease, 15 * SECOND))!;
    const outside = {
      ...house.desk.outside,
      fetch: async (...request: Parameters<typeof fetch>) => {
        await house.desk.store.leases.release(lease, token);
        await house.desk.store.leases.take(lease, 15 * SECOND);
        return fetch(...request);
      },
    };
    await expect(sendMessage({ ...house.desk, outside }, errand!, { name: lease, token })).rejects.toBeInstanceOf(LeaseLost);
    expect((await messageOf(house, message.id)).delivery?.status).toBe('sending');
  });

  it('begins and ends with those of other chats in transactions that they share, without whose lease was lost', async () => {
    const ana = await house.agent('Ana');
    const tickets = await Promise.all([MARIA, PEDRO, '15550003', '15550004'].map((phone) => hears(house, phone)));
    const messages: Message[] = [];
    for (const { id } of tickets) messages.push(await write(id, ana, `to ${id}`));
    const { leases, atomically, reads } = house.desk.store;
    let transactions = 0;
    const counted = {
      ...house.desk.store,
      atomically: ((work) => {
        transactions += 1;
        return atomically(work);
      }) as typeof atomically,
    };
    const desk: Desk = { ...house.desk, store: counted };
    const sends = tickets.map(async ({ chatId }, at) => {
      const key = `chat:${chatId}`;
      const token = (await leases.take(key, 15 * SECOND)) ?? '';
      const errand = (await reads.errandsOf(key, 10)).find(({ kind }) => kind === 'send');
      return { errand: errand!, hold: { name: key, token: at === 1 ? 'of somebody else' : token } };
    });
    const ready = await Promise.all(sends);
    const ends = await Promise.allSettled(ready.map(({ errand, hold }) => sendMessage(desk, errand, hold)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((ends[1] as PromiseRejectedResult).reason).toBeInstanceOf(LeaseLost);
    const found = await Promise.all(messages.map(({ id }) => messageOf(house, id)));
    expect(found.map(({ delivery }) => delivery?.status)).toEqual(['sent', 'queued', 'sent', 'sent']);
    // One more keeps that the channel sends.
    expect(transactions).toBeLessThanOrEqual(1 + 3 + 1);
  });

  it('pauses the channel when the token has expired, and the queue goes out once an admin has given another', async () => {
    const { ana, ticket } = await setUp();
    house.graph.behave(graphError(401, 190, 'token expired'));
    await write(ticket.id, ana, 'one');
    await write(ticket.id, ana, 'two');
    await house.errands();
    expect(await channel()).toMatchObject({ state: { status: 'paused', reason: expect.stringContaining('token expired') } });
    expect(house.announced).toContainEqual({ name: 'channel.state_changed', id: house.whatsapp.id });
    house.graph.behave(() => null);
    house.clock.forward(23 * HOUR);
    await house.errands();
    expect(house.graph.texts()).toEqual(['one']);
    await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
    await house.errands();
    expect((await channel()).state.status).toBe('ok');
    expect(house.graph.texts()).toEqual(['one', 'one', 'two']);
  });

  it('that waited for an admin is tried as often as any other once they have acted', async () => {
    const { ana, ticket } = await setUp();
    house.graph.behave(graphError(401, 190, 'token expired'));
    const { id } = await write(ticket.id, ana, 'one');
    for (const accessToken of ['EAAsecond', 'EAAthird']) {
      await house.errands();
      await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken } });
    }
    house.graph.behave(graphError(400, 131048));
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'queued', error: { providerCode: '131048' } });
    house.graph.behave(() => null);
    house.clock.forward(HOUR);
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'sent', attempts: 4 });
  });

  it('is held while the network says that the account is disabled, and does not undo what an admin has just changed', async () => {
    const { ana, ticket } = await setUp();
    await updateChannel(house.desk, { channelId: house.whatsapp.id, name: 'Support line' });
    await house.hear({
      type: 'account',
      account: null,
      raw: null,
      event: 'account_update:DISABLED_UPDATE',
      severity: 'paused',
      detail: 'DISABLE',
    });
    await answers(house, ticket, ana);
    expect(house.graph.calls).toHaveLength(0);
    expect(await channel()).toMatchObject({
      name: 'Support line',
      state: { status: 'paused', reason: 'account_update:DISABLED_UPDATE: DISABLE' },
    });
  });

  it('fails with words when its channel was disconnected meanwhile', async () => {
    const { ana, ticket } = await setUp();
    const message = await write(ticket.id, ana, 'good morning');
    await disconnectChannel(house.desk, { channelId: house.whatsapp.id });
    await house.errands();
    expect(house.graph.calls).toHaveLength(0);
    expect((await messageOf(house, message.id)).delivery).toMatchObject({
      status: 'failed',
      error: { detail: expect.stringContaining('disconnected') },
    });
  });

  it('says on Instagram that a person answers, once the day is over', async () => {
    const ana = await house.agent('Ana');
    const to = { keys: ['ig:77'], address: { id: '77', display: '77' } };
    await house.hearOn(house.instagram, says(MARIA, 'hello', { from: to }));
    const { chatId } = (await house.desk.store.reads.chatByIdentity({ channelId: house.instagram.id, key: 'ig:77' }))!;
    const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 1, cursor: null });
    await answers(house, data[0]!.ticket, ana, 'within the day');
    house.clock.forward(25 * HOUR);
    await answers(house, data[0]!.ticket, ana, 'after the day');
    expect(house.graph.calls.map(({ body }) => (body as { tag?: string }).tag)).toEqual([undefined, 'HUMAN_AGENT']);
    expect((await house.messages(chatId)).at(-1)?.delivery?.status).toBe('sent');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  await new Promise((resolve) => server.close(resolve));
  return port;
}
