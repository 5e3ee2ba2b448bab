import fc from 'fast-check';
import { CHANNELS } from '../../channels';
import { ERRORS, type ErrorRow, rowFor } from '../../channels/meta/error-table';
import { REFUSALS, Refusal, type RefusalName } from '../../emulator/refusals';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Person } from '../../src/actions/desk';
import { retryMessage, settleMessage } from '../../src/actions/sending/again';
import { beginSend } from '../../src/actions/sending/begin-send';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { sweepLate } from '../../src/actions/time/sweep-late';
import { transact } from '../../src/actions/transact';
import { cameTwice } from '../../src/domain/delivery';
import type { Message } from '../../src/domain/message';
import { mayGoLater, PROBLEMS } from '../../src/domain/problems';
import { ofApp, ofNumber, ofRecipient } from '../../src/domain/scopes';
import type { Channel } from '../../src/ports/store';
import { runKey } from '../../src/timers/errands';
import { sized } from '../proof/support/size';
import { activeWith, answers, closes, hears, MARIA, messageOf, PEDRO, story, text } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE, says, type TestDesk } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const SECOND = 1000;
const graphError = (code: number) => () => ({ status: 400, body: { error: { code, message: 'Graph says no' } } });

const write = (house: TestDesk, ticketId: string, by: Person, words = 'good morning'): Promise<Message> =>
  answerTicket(house.desk, { ticketId, by, content: text(words) });
const channelOf = async (house: TestDesk, { id }: Pick<Channel, 'id'> = house.whatsapp) =>
  (await house.desk.house.refresh()).channels.find((channel) => channel.id === id)!;

interface Status {
  readonly id?: string;
  readonly channel?: Channel;
  readonly status?: string;
  readonly reference?: string;
  readonly errors?: readonly object[];
}

/** What the network tells later of a message, as it tells it. */
async function tells(house: TestDesk, { id, status = 'failed', reference, errors = [], channel = house.whatsapp }: Status): Promise<void> {
  const kind = CHANNELS.find((one) => one.kind === 'whatsapp_cloud')!;
  const timestamp = String(Math.floor(house.clock.now() / 1000));
  const statuses = [{ id, status, timestamp, recipient_id: MARIA, errors, biz_opaque_callback_data: reference }];
  const metadata = { display_phone_number: '1555', phone_number_id: channel.config.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, statuses };
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
  await house.hearOn(channel, ...kind.hear!(body));
}

describe('every refusal of Graph', () => {
  const house = freshDesk(databases()[0]!.create);
  const NAMES = Object.keys(REFUSALS) as RefusalName[];
  const numberOf = (name: RefusalName) => `16665550${1000 + NAMES.indexOf(name)}`;
  const codesOf = (name: RefusalName): { code: string; subcode: string | null } => {
    const { code, subcode } = REFUSALS[name] as { code: number; subcode?: number };
    return { code: String(code), subcode: subcode === undefined ? null : String(subcode) };
  };
  const rowOf = (name: RefusalName, { subcode, code } = codesOf(name)) => rowFor(code, subcode).row;

  interface Case {
    readonly name: RefusalName;
    readonly channel: Channel;
    readonly message: Message;
  }
  /** A message for each refusal, each to a person of its own; what makes others wait goes through a channel and an app of its own. */
  const cases = async (): Promise<Case[]> => {
    const ana = await house.agent('Ana', 'online', 500);
    const through = new Map<RefusalName, Channel>();
    for (const name of NAMES) {
      const blocks = [rowOf(name), rowOf(name, { ...codesOf(name), subcode: null })].some((row) => row?.pauses || row?.scope);
      const config = {
        phoneNumberId: numberOf(name),
        businessAccountId: '200000000000001',
        accessToken: 'EAA',
        appSecret: name.padEnd(32, '-'),
      };
      through.set(name, blocks ? await connectChannel(house.desk, { kind: 'whatsapp_cloud', name, config }) : house.whatsapp);
    }
    for (const channel of new Set(through.values())) {
      const names = NAMES.filter((name) => through.get(name)?.id === channel.id);
      await house.hearOn(channel, ...names.map((name) => says(numberOf(name), 'hello')));
    }
    const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null });
    const found: Case[] = [];
    for (const name of NAMES) {
      const view = data.find(({ contact }) => contact.phone === numberOf(name))!;
      found.push({ name, channel: through.get(name)!, message: await write(house, view.ticket.id, ana) });
    }
    // Some at once, as the desk does it; what else a new channel asks of Graph is left undone.
    const keys = found.map(({ message }) => `chat:${message.chatId}`);
    for (let from = 0; from < keys.length; from += 4) await Promise.all(keys.slice(from, from + 4).map((key) => runKey(house.desk, key)));
    return found;
  };
  const madeOf = async ({ name, channel: { id, config }, message }: Case) => {
    const { status, error } = (await messageOf(house, message.id)).delivery!;
    const app = house.desk.vault.mark(house.desk.vault.open(config.appSecret!));
    const [pause] = await house.desk.store.reads.pauses([ofRecipient(message.chatId), ofNumber(id), ofApp(app)]);
    return {
      name,
      status,
      error: error && { code: error.code, reason: error.reason, advice: error.advice, retryable: error.retryable },
      paused: (await channelOf(house, { id })).state.status === 'paused',
      pause: pause && { scope: pause.scope.split(':')[0], for: pause.until - house.clock.now() },
    };
  };
  const meantBy = (row: ErrorRow | undefined) => {
    const code = row?.problem ?? 'unknown';
    const advice = row?.advice ?? PROBLEMS[code];
    return {
      error: { code, reason: row?.reason, advice, retryable: mayGoLater(advice) },
      paused: row?.pauses === true,
      pause: row?.scope && { scope: row.scope, for: row.wait ?? MINUTE },
    };
  };

  it('can be ordered of the twin, each that the table knows', () => {
    const told = NAMES.map(codesOf);
    const orderable = new Set(told.flatMap(({ code, subcode }) => [code, `${code}/${subcode}`, `/${subcode}`]));
    const missing = ERRORS.flatMap(({ codes }) => codes.split(' ')).filter((code) => !orderable.has(code));
    expect(missing).toEqual(['/2022']);
  });

  it('leads at once to the state, the scope, the pause and the words of its row', async () => {
    house.graph.behave(({ body }) => {
      const name = NAMES.find((one) => body.to === `+${numberOf(one)}`)!;
      return { status: REFUSALS[name].status, body: new Refusal(name).body('trace') };
    });
    const ambiguous = { code: 'ambiguous', reason: undefined, advice: 'try_again', retryable: true };
    const meant = NAMES.map((name) => {
      const [row, { status }] = [rowOf(name), REFUSALS[name]];
      const unsure = row ? row.verdict === 'unknown' || (row.vague === true && status >= 500) : status >= 500;
      if (unsure) return { name, status: 'uncertain', error: ambiguous, paused: false, pause: undefined };
      return { name, status: row?.verdict === 'later' ? 'queued' : 'failed', ...meantBy(row) };
    });
    expect(await Promise.all((await cases()).map(madeOf))).toEqual(meant);
  });

  it('leads to the same when a status tells it later, but for the message: it has failed, and the customer waits', async () => {
    const sent = await cases();
    house.clock.forward(SECOND);
    for (const { name, channel, message } of sent)
      await tells(house, { reference: message.id, errors: [new Refusal(name).inStatus()], channel });
    const meant = NAMES.map((name) => ({ name, status: 'failed', ...meantBy(rowOf(name, { ...codesOf(name), subcode: null })) }));
    expect(await Promise.all(sent.map(madeOf))).toEqual(meant);
    const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null });
    expect(data.filter(({ ticket }) => !ticket.waiting)).toEqual([]);
  });
});

/** When the oldest message was queued that still waits on WhatsApp. */
const oldestQueued = async ({ desk, whatsapp }: Pick<TestDesk, 'desk' | 'whatsapp'>): Promise<number | null> =>
  (await desk.store.reads.waitingToSend()).find(({ channelId }) => channelId === whatsapp.id)?.oldestAt ?? null;

describe.each(databases())('what must wait, on $name,', ({ create }) => {
  const house = freshDesk(create);

  /** Two numbers of one app, with a ticket on each, and a second person on the first. */
  const twoNumbers = async () => {
    const ana = await house.agent('Ana', 'online', 50);
    const maria = await activeWith(house, ana);
    const pedro = await activeWith(house, ana, PEDRO);
    const other = await connectChannel(house.desk, {
      kind: 'whatsapp_cloud',
      name: 'Berlin',
      config: {
        phoneNumberId: '100000000000009',
        businessAccountId: '200000000000001',
        accessToken: 'EAAother',
        appSecret: 'an-app-secret-of-32-characters-!',
      },
    });
    await house.hearOn(other, says('15550003', 'hello', { account: '100000000000009' }));
    const elsewhere = (await house.tickets('15550003')).at(-1)!;
    return { ana, maria, pedro, elsewhere };
  };
  /** Graph refuses what begins now and goes on as before. */
  const refusesOnce = (code: number) => {
    const left = [code];
    house.graph.behave(() => {
      const next = left.shift();
      return next === undefined ? null : graphError(next)();
    });
  };

  it.each([
    ['a person', 131056, ['queued', 'sent', 'sent'], 6 * SECOND],
    ['a number', 130429, ['queued', 'queued', 'sent'], SECOND],
    ['an app', 4, ['queued', 'queued', 'queued'], MINUTE],
  ] as const)('is what the limit of %s is about, and nothing else', async (_, code, meanwhile, wait) => {
    const { ana, maria, pedro, elsewhere } = await twoNumbers();
    refusesOnce(code);
    const first = await answers(house, maria, ana, 'one');
    const others = [await answers(house, pedro, ana, 'two'), await answers(house, elsewhere, ana, 'three')];
    const all = async () => Promise.all([first, ...others].map(({ id }) => messageOf(house, id)));
    expect((await all()).map(({ delivery }) => delivery?.status)).toEqual(meanwhile);
    expect((await all()).map(({ delivery }) => delivery?.attempts)).toEqual([
      1,
      ...meanwhile.slice(1).map((status) => (status === 'sent' ? 1 : 0)),
    ]);
    expect((await messageOf(house, first.id)).delivery).toMatchObject({
      waitsUntil: house.clock.now() + wait,
      error: { code: 'rate_limited' },
    });
    house.clock.forward(wait);
    await house.errands();
    expect((await all()).map(({ delivery }) => delivery?.status)).toEqual(['sent', 'sent', 'sent']);
    expect(await transact(house.desk, (tx) => tx.pauses([ofRecipient(maria.chatId), ofNumber(house.whatsapp.id)]))).toEqual([]);
  });

  it('waits longer each time the limit is hit again, and as before once something went', async () => {
    const { ana, maria } = await twoNumbers();
    house.graph.behave(graphError(131056));
    const { id, chatId } = await answers(house, maria, ana);
    const gaps: number[] = [];
    for (let hit = 0; hit < 4; hit++) {
      const [pause] = await house.desk.store.reads.pauses([ofRecipient(chatId)]);
      gaps.push(pause!.until - house.clock.now());
      house.clock.forward(pause!.until - house.clock.now());
      await house.errands();
    }
    expect(gaps).toEqual([6, 12, 24, 48].map((seconds) => seconds * SECOND));
    house.graph.behave(() => null);
    house.clock.forward(HOUR);
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'sent', attempts: 6 });
    expect(await house.desk.store.reads.pauses([ofRecipient(chatId)])).toEqual([]);
  });

  it('takes what was refused while it was under way for one hit', async () => {
    const { ana, maria, pedro } = await twoNumbers();
    house.graph.behave(graphError(130429));
    await write(house, maria.id, ana);
    await write(house, pedro.id, ana);
    await house.errands();
    expect(await house.desk.store.reads.pauses([ofNumber(house.whatsapp.id)])).toMatchObject([{ times: 1 }]);
  });

  it('is asked for once by each message that waits, not again and again', async () => {
    const { ana, maria } = await twoNumbers();
    house.graph.behave(graphError(130429));
    await answers(house, maria, ana);
    house.graph.behave(() => null);
    const written: Message[] = [];
    for (let more = 0; more < 10; more++) written.push(await write(house, (await hears(house, `1777${1000 + more}`)).id, ana));
    await house.errands();
    const queued = await Promise.all(written.map(({ id }) => messageOf(house, id)));
    expect(queued.map(({ delivery }) => delivery)).toEqual(
      queued.map(() => expect.objectContaining({ status: 'queued', attempts: 0, waitsUntil: house.clock.now() + SECOND })),
    );
    expect(await house.desk.store.reads.nextDue()).toBe(house.clock.now() + SECOND);
    expect(await oldestQueued(house)).toBe(house.clock.now());
    house.clock.forward(SECOND);
    await house.errands();
    expect(house.graph.calls).toHaveLength(12);
    expect(await oldestQueued(house)).toBeNull();
  });

  it('is given up after two tries where the network says that once more is enough', async () => {
    const { ana, maria } = await twoNumbers();
    house.graph.behave(graphError(135000));
    const { id } = await answers(house, maria, ana);
    house.clock.forward(MINUTE);
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'failed', attempts: 2, error: { providerCode: '135000' } });
  });

  it('loses and doubles nothing when a token expires in mid-traffic and another is pasted', async () => {
    const ana = await house.agent('Ana', 'online', 50);
    const phones = Array.from({ length: 6 }, (_, at) => `1888${1000 + at}`);
    for (const phone of phones) await hears(house, phone);
    const tickets = await Promise.all(phones.map(async (phone) => (await house.tickets(phone))[0]!));
    let taken = 0;
    house.graph.behave(() =>
      ++taken > 4 ? { status: 401, body: { error: { code: 190, error_subcode: 463, message: 'expired' } } } : null,
    );
    const written: Message[] = [];
    for (const round of [1, 2, 3])
      for (const ticket of tickets) written.push(await write(house, ticket.id, ana, `${ticket.number} ${round}`));
    await house.errands();
    expect((await channelOf(house)).state).toMatchObject({ status: 'paused', reason: expect.stringContaining('expired') });
    expect(house.announced).toContainEqual({ name: 'channel.state_changed', id: house.whatsapp.id });
    const before = await Promise.all(written.map(({ id }) => messageOf(house, id)));
    expect(before.filter(({ delivery }) => delivery?.status === 'sent')).toHaveLength(4);
    expect(before.filter(({ delivery }) => delivery?.status === 'queued')).toHaveLength(14);
    const refused = house.graph.calls.length - 4;
    house.graph.behave(() => null);
    await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
    await house.errands();
    const after = await Promise.all(written.map(({ id }) => messageOf(house, id)));
    expect(after.map(({ delivery }) => delivery?.status)).toEqual(after.map(() => 'sent'));
    expect(house.graph.calls).toHaveLength(18 + refused);
    for (const { number } of tickets)
      expect([...new Set(house.graph.texts().filter((words) => words.startsWith(`${number} `)))]).toEqual(
        [1, 2, 3].map((round) => `${number} ${round}`),
      );
  });

  it('is tried for a day of its own once an admin has acted, however long that took', async () => {
    const { ana, maria } = await twoNumbers();
    house.graph.behave(graphError(190));
    const { id } = await answers(house, maria, ana);
    for (let hours = 0; hours < 30; hours += 10) {
      house.clock.forward(10 * HOUR);
      await hears(house);
    }
    house.graph.behave(graphError(131016));
    await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
    await house.errands();
    expect((await messageOf(house, id)).delivery).toMatchObject({ status: 'queued', error: { providerCode: '131016' } });
    house.graph.behave(() => null);
    house.clock.forward(MINUTE);
    await house.errands();
    expect((await messageOf(house, id)).delivery?.status).toBe('sent');
  });

  it('is told of once when it waits too long, and again when it flows', async () => {
    const { ana, maria, pedro } = await twoNumbers();
    house.graph.behave(graphError(190));
    const first = await answers(house, maria, ana, 'one');
    await answers(house, maria, ana, 'two');
    house.clock.forward(15 * MINUTE - 1);
    await answers(house, pedro, ana, 'three');
    await sweepLate(house.desk);
    expect(await story(house, maria)).not.toContain('delivery_late');
    house.clock.forward(1);
    for (let sweep = 0; sweep < 3; sweep++) await sweepLate(house.desk);
    expect((await story(house, maria)).filter((cause) => cause === 'delivery_late')).toHaveLength(1);
    expect(await story(house, pedro)).not.toContain('delivery_late');
    expect((await house.events(maria.id)).at(-1)?.decision?.facts).toEqual({
      messages: 2,
      queuedAt: first.heardAt,
      queuedAlarmAfter: 'PT15M',
      why: 'auth',
      providerCode: '190',
    });
    expect(house.announced).toContainEqual(expect.objectContaining({ name: 'delivery.late', id: maria.id }));
    expect(await oldestQueued(house)).toBe(first.heardAt);
    house.graph.behave(() => null);
    await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
    await house.errands();
    expect((await story(house, maria)).filter((cause) => cause.startsWith('delivery_'))).toEqual(['delivery_late', 'delivery_flows']);
    expect(await story(house, pedro)).not.toContain('delivery_flows');
  });

  it('flows again when the last in the queue has left it, which may be an older one that goes again', async () => {
    const { ana, maria } = await twoNumbers();
    refusesOnce(131053);
    const older = await answers(house, maria, ana, 'one');
    house.graph.behave(graphError(190));
    await answers(house, maria, ana, 'two');
    await retryMessage(house.desk, { messageId: older.id, by: ana, evenIfSent: false });
    house.clock.forward(15 * MINUTE);
    await sweepLate(house.desk);
    house.graph.behave(({ body }) => (body.text?.body === 'one' ? graphError(131016)() : null));
    await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
    await house.errands();
    expect((await story(house, maria)).filter((cause) => cause.startsWith('delivery_'))).toEqual(['delivery_late']);
    house.graph.behave(() => null);
    house.clock.forward(MINUTE);
    await house.errands();
    expect((await story(house, maria)).filter((cause) => cause.startsWith('delivery_'))).toEqual(['delivery_late', 'delivery_flows']);
    expect(house.graph.texts().slice(-1)).toEqual(['one']);
  });

  it('is not paused by what was asked with a token that an admin has replaced meanwhile', async () => {
    const { ana, maria } = await twoNumbers();
    house.graph.behave(async () => {
      await updateChannel(house.desk, { channelId: house.whatsapp.id, config: { accessToken: 'EAAnew' } });
      house.graph.behave(() => null);
      return { status: 401, body: { error: { code: 190, message: 'expired' } } };
    });
    const { id } = await answers(house, maria, ana);
    expect((await channelOf(house)).state.status).toBe('ok');
    house.clock.forward(2 * SECOND);
    await house.errands();
    expect((await messageOf(house, id)).delivery?.status).toBe('sent');
  });
});

describe.each(databases())('a message that did not go, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const lost = async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.graph.behave(() => ({ status: 502, body: '<html>' }));
    const message = await answers(house, ticket, ana);
    house.graph.behave(() => null);
    return { ana, ticket, message };
  };
  const refused = async (code: number) => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.graph.behave(graphError(code));
    const message = await answers(house, ticket, ana);
    house.graph.behave(() => null);
    return { ana, ticket, message };
  };
  const retry = (message: Pick<Message, 'id'>, by: Person, evenIfSent = false) =>
    retryMessage(house.desk, { messageId: message.id, by, evenIfSent });

  it('is sent again as the same message, and the record tells of both attempts', async () => {
    const { ana, ticket, message } = await refused(131053);
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true });
    expect(await retry(message, ana)).toMatchObject({ id: message.id, seq: message.seq, delivery: { status: 'queued', error: null } });
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: false });
    await house.errands();
    expect((await messageOf(house, message.id)).delivery).toMatchObject({
      status: 'sent',
      attempts: 2,
      history: [
        { attempt: 1, outcome: 'failed', by: null, error: { providerCode: '131053' } },
        { attempt: 2, outcome: 'sent', by: { id: ana.id, name: 'Ana' }, error: null },
      ],
    });
    expect(await house.messages(ticket.chatId)).toHaveLength(2);
    expect(house.graph.calls.map(({ body }) => body.biz_opaque_callback_data)).toEqual([message.id, `${message.id}~1`]);
  });

  it.each([
    [132001, 'not_retryable', { reason: 'template_problem', advice: 'other_template', retryable: false }],
    [131026, 'not_retryable', { reason: 'recipient_unavailable', advice: 'other_channel' }],
    [131049, 'not_retryable', { advice: 'wait', notBefore: expect.stringContaining('Z') }],
    [131047, 'not_retryable', { reason: 'window_closed', advice: 'use_template' }],
  ])('because of %i is not sent again: %s, with what helps instead', async (code, refusal, facts) => {
    const { ana, message } = await refused(code);
    await expect(retry(message, ana)).rejects.toMatchObject({ code: refusal, facts });
    expect((await messageOf(house, message.id)).delivery?.status).toBe('failed');
  });

  it.each([
    ['taken', null],
    ['refused', graphError(131053)],
  ])('by a status that overtook the answer is sent again, though the answer then says %s', async (_, late) => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    house.graph.behave(async ({ body: { biz_opaque_callback_data: id = '' } }) => {
      house.graph.behave(() => null);
      await tells(house, { id: 'wamid.OUT1', reference: id, errors: [{ code: 131053, title: 'no' }] });
      await retry({ id }, ana);
      return late?.() ?? null;
    });
    const { delivery } = await answers(house, ticket, ana);
    expect(delivery).toMatchObject({ status: 'sent', attempts: 2, history: [{ outcome: 'failed' }, { outcome: 'sent', round: 1 }] });
    expect(house.graph.calls).toHaveLength(2);
  });

  it('for which the window was closed goes once the customer has written', async () => {
    const { ana, message } = await refused(131047);
    house.clock.forward(SECOND);
    await hears(house);
    await retry(message, ana);
    await house.errands();
    expect((await messageOf(house, message.id)).delivery?.status).toBe('sent');
  });

  it('is sent again only while its ticket is open and its window too', async () => {
    const { ana, ticket, message } = await refused(131053);
    house.clock.forward(25 * HOUR);
    await expect(retry(message, ana)).rejects.toMatchObject({ code: 'window_closed' });
    await closes(house, ticket);
    await expect(retry(message, house.admin)).rejects.toMatchObject({ code: 'ticket_closed' });
  });

  it('is left alone when it went, and by who may not answer', async () => {
    const ana = await house.agent('Ana');
    const luis = await house.agent('Luis', 'away');
    const ticket = await activeWith(house, ana);
    const sent = await answers(house, ticket, ana);
    await expect(retry(sent, ana)).rejects.toMatchObject({ code: 'delivery_known' });
    await expect(settleMessage(house.desk, { messageId: sent.id, by: ana })).rejects.toMatchObject({ code: 'delivery_known' });
    await expect(retry(sent, luis)).rejects.toMatchObject({ code: 'assigned_to_other' });
  });

  describe('and of which nobody knows whether it went', () => {
    it('is repeated by a person alone, who was told', async () => {
      const { ana, ticket, message } = await lost();
      await expect(retry(message, ana)).rejects.toMatchObject({ code: 'may_have_been_sent' });
      await retry(message, ana, true);
      await house.errands();
      expect(house.graph.calls).toHaveLength(2);
      expect((await messageOf(house, message.id)).delivery).toMatchObject({
        status: 'sent',
        history: [{ outcome: 'uncertain' }, { outcome: 'sent' }],
      });
      expect(await story(house, ticket)).toContain('message_sent_again');
    });

    it('can be seen to have arrived', async () => {
      const { ana, ticket, message } = await lost();
      await settleMessage(house.desk, { messageId: message.id, by: ana });
      expect((await messageOf(house, message.id)).delivery).toMatchObject({
        status: 'sent',
        error: null,
        history: [{ outcome: 'uncertain' }, { outcome: 'decided', by: { name: 'Ana' } }],
      });
      expect(await story(house, ticket)).toContain('message_seen_sent');
      await tells(house, { id: 'wamid.LATE', reference: message.id, errors: [{ code: 131026, title: 'no' }] });
      expect((await messageOf(house, message.id)).delivery?.status).toBe('failed');
    });

    it('is marked when both came, whichever is told first', async () => {
      const { ana, message } = await lost();
      await retry(message, ana, true);
      await house.errands();
      await tells(house, { id: 'wamid.FIRST', status: 'delivered', reference: message.id });
      const now = await messageOf(house, message.id);
      expect(now.providerMessageId).toBe('wamid.OUT2');
      expect([now.delivery?.status, cameTwice(now.delivery!)]).toEqual(['delivered', true]);
      expect(now.delivery?.history).toMatchObject([
        { attempt: 1, outcome: 'sent' },
        { attempt: 2, outcome: 'sent' },
      ]);
    });

    it('does not go again when the first is told to have come before the second has begun', async () => {
      const { ana, message } = await lost();
      await retry(message, ana, true);
      await tells(house, { id: 'wamid.FIRST', status: 'sent', reference: message.id });
      await house.errands();
      expect(house.graph.calls).toHaveLength(1);
      const now = await messageOf(house, message.id);
      expect([now.delivery?.status, cameTwice(now.delivery!)]).toEqual(['sent', false]);
    });
  });
});

type Ending = 'taken' | 'taken, unanswered' | 'unanswered' | 131053 | 131016 | 131056 | 130429;
type Step =
  | { readonly does: 'write' }
  | { readonly does: 'wait' }
  | { readonly does: 'die' }
  | { readonly does: 'end'; readonly as: Ending }
  | { readonly does: 'tell'; readonly of: number; readonly as: 'sent' | 'delivered' | 'failed' }
  | { readonly does: 'retry'; readonly of: number }
  | { readonly does: 'settle'; readonly of: number };

describe('however sends end, and whatever people and statuses do then,', () => {
  const house = freshDesk(databases()[0]!.create);
  const of = fc.nat({ max: 20 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Step>({ does: 'write' }, { does: 'wait' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ does: 'die' }) },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('end' as const),
        as: fc.constantFrom<Ending>('taken', 'taken, unanswered', 'unanswered', 131053, 131016, 131056, 130429),
      }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom<'retry' | 'settle'>('retry', 'settle'), of }) as fc.Arbitrary<Step> },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('tell' as const),
        of,
        as: fc.constantFrom('sent' as const, 'delivered' as const, 'failed' as const),
      }),
    },
  );

  it('no message is lost, sent twice unmarked, or under way for ever', async () => {
    const ana = await house.agent('Ana', 'online', 1000);
    const run = async (steps: readonly Step[], phone: string): Promise<void> => {
      const ticket = await hears(house, phone);
      const written: string[] = [];
      const ends: Ending[] = [];
      /** What the network has, by our reference, and what it has told of it. */
      const taken = new Map<string, { times: number; told: 'came' | 'failed' | null }>();
      const take = (reference: string) => taken.set(reference, { times: (taken.get(reference)?.times ?? 0) + 1, told: null });
      house.graph.behave(({ body }) => {
        const end = ends.shift() ?? 'taken';
        if (end === 'taken' || end === 'taken, unanswered') take(body.biz_opaque_callback_data ?? '');
        if (end === 'taken') return null;
        return typeof end === 'number' ? graphError(end)() : { status: 502, body: '<html>' };
      });
      const wait = async (ms: number) => {
        house.clock.forward(ms);
        await house.errands();
      };
      const doOne = async (one: Step): Promise<void> => {
        if (one.does === 'write') written.push((await write(house, ticket.id, ana, `${written.length}`)).id);
        else if (one.does === 'end') ends.push(one.as);
        else if (one.does === 'wait') await wait(MINUTE);
        else if (one.does === 'die') await dies(house, ticket.chatId);
        else if (one.does === 'tell') await told(one);
        else if (written.length > 0) await decides(one.does, written[one.of % written.length]!);
      };
      const told = async ({ of: at, as }: Extract<Step, { does: 'tell' }>) => {
        const reference = [...taken.keys()][at % Math.max(1, taken.size)];
        const known = reference === undefined ? undefined : taken.get(reference);
        if (reference === undefined || !known) return;
        // That it was taken may be told after that it failed.
        const isLate = known.told === 'failed' && as === 'sent';
        if (known.told !== null && !isLate && (known.told === 'failed') !== (as === 'failed')) return;
        if (!isLate) known.told = as === 'failed' ? 'failed' : 'came';
        await tells(house, {
          id: `wamid.${reference}`,
          reference,
          status: as,
          errors: as === 'failed' ? [{ code: 131053, title: 'no' }] : [],
        });
      };
      const decides = async (does: 'retry' | 'settle', messageId: string) => {
        const asked = { messageId, by: ana };
        const done = does === 'retry' ? retryMessage(house.desk, { ...asked, evenIfSent: true }) : settleMessage(house.desk, asked);
        await done.catch((error: unknown) => expect((error as { code?: string }).code).toBe('delivery_known'));
      };
      for (const one of steps) await doOne(one);
      ends.length = 0;
      for (let rest = 0; rest < 40; rest++) await wait(10 * MINUTE);
      expect((await house.messages(ticket.chatId)).flatMap(({ id, direction }) => (direction === 'out' ? [id] : []))).toEqual(written);
      for (const id of written) {
        const { delivery } = await messageOf(house, id);
        const its = [...taken].filter(([reference]) => reference.split('~')[0] === id).map(([, at]) => at);
        const came = its.filter(({ told: as }) => as === 'came').length;
        const isDecided = delivery!.history?.some(({ outcome }) => outcome === 'decided') ?? false;
        expect(['sent', 'delivered', 'uncertain', 'failed']).toContain(delivery!.status);
        expect(its.every(({ times }) => times === 1)).toBe(true);
        expect(its.length).toBeLessThanOrEqual((delivery!.round ?? 0) + 1);
        if (came > 1) expect(cameTwice(delivery!)).toBe(true);
        if (came > 0) expect(['sent', 'delivered']).toContain(delivery!.status);
        if (delivery!.status === 'sent' || delivery!.status === 'delivered')
          expect(its.some(({ told: as }) => as !== 'failed') || isDecided).toBe(true);
        if (delivery!.status === 'failed') expect(came).toBe(0);
      }
    };
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), (steps) => run(steps, `19995550${1000 + runs++}`)),
      { numRuns: sized(6, 400), examples: [[SENT_TWICE], [TAKEN_LATE]] },
    );
  });
});

/** Sent, not answered; sent again; and both came. */
const SENT_TWICE: Step[] = [
  { does: 'write' },
  { does: 'end', as: 'taken, unanswered' },
  { does: 'wait' },
  { does: 'retry', of: 0 },
  { does: 'wait' },
  { does: 'tell', of: 0, as: 'delivered' },
  { does: 'tell', of: 1, as: 'delivered' },
];

/** Taken, failed by a status, to be sent again; and then a status comes late that says that it was taken. */
const TAKEN_LATE: Step[] = [
  { does: 'write' },
  { does: 'wait' },
  { does: 'tell', of: 0, as: 'failed' },
  { does: 'retry', of: 0 },
  { does: 'tell', of: 0, as: 'sent' },
];

/** A process begins the chat's next send, and is gone before it ends. */
async function dies(house: TestDesk, chatId: string): Promise<void> {
  const { leases, reads } = house.desk.store;
  const name = `chat:${chatId}`;
  const errand = (await reads.errandsOf(name, 10)).find(({ kind, dueAt }) => kind === 'send' && dueAt <= house.clock.now());
  const token = errand && (await leases.take(name, MINUTE));
  if (!errand || !token) return;
  await beginSend(house.desk, { errand, hold: { name, token } });
  await leases.release(name, token);
}
