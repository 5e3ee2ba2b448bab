import { CALM } from '../../emulator/dial';
import { aStage, INSTAGRAM, MINUTE, post, SECOND, type Stage, text, toAnaOnInstagram, WHATSAPP, type Wire } from './support';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

const dial = (knobs: Record<string, unknown>) => stage.twin.act('dial', knobs);
const says = async (count: number, account = 'whatsapp') => {
  for (let said = 0; said < count; said++) await stage.twin.act('say', { account, customer: 'ana', text: `${said}` });
};
const heard = () => stage.whatsapp().flatMap(({ messages = [] }) => messages.map((message: Wire) => message.text.body));
const inOrder = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('webhooks in bad weather', () => {
  it('come in order and once while it is calm', async () => {
    await says(10);
    await stage.twin.advance(MINUTE);
    expect(heard()).toEqual(inOrder(10));
  });

  it('come twice, with the same ids', async () => {
    await dial({ duplicate: 0.5 });
    await says(20);
    await stage.twin.advance(MINUTE);
    expect(heard().length).toBeGreaterThan(22);
    expect(new Set(heard())).toEqual(new Set(inOrder(20)));
  });

  it('overtake each other', async () => {
    await dial({ reorder: 0.5 });
    await says(20);
    await stage.twin.advance(MINUTE);
    expect(heard()).not.toEqual(inOrder(20));
    expect(heard().sort()).toEqual(inOrder(20).sort());
  });

  it('come late, but no later than the dial says', async () => {
    await dial({ delay: 5_000 });
    await says(20);
    await stage.twin.advance(500);
    expect(heard().length).toBeLessThan(10);
    await stage.twin.advance(4_500);
    expect(heard()).toHaveLength(20);
  });

  it('get lost, and come again', async () => {
    await dial({ drop: 1 });
    await says(3);
    await stage.twin.advance(MINUTE);
    expect(heard()).toEqual([]);
    await dial({ drop: 0 });
    await stage.twin.advance(10 * MINUTE);
    expect(heard().sort()).toEqual(inOrder(3));
  });

  it('come in batches, messages and statuses in one value', async () => {
    await dial({ batch: 100 });
    await says(5);
    await post(stage.twin, WHATSAPP, text('Hi'));
    await stage.twin.advance(SECOND);
    const [value] = stage.whatsapp();
    expect(stage.listener.heard).toHaveLength(1);
    expect([value.messages.length, value.statuses.map(({ status }: Wire) => status), value.contacts.length]).toEqual([
      5,
      ['sent', 'delivered'],
      1,
    ]);
  });

  it('mix what came before with what is new', async () => {
    await dial({ batch: 100, duplicate: 1 });
    await says(1);
    await stage.twin.advance(SECOND);
    for (let second = 0; second < 6; second++) {
      await says(1);
      await stage.twin.advance(SECOND);
    }
    const mixed = stage.whatsapp().filter(({ messages }) => new Set(messages.map(({ id }: Wire) => id)).size > 1);
    expect(mixed.length).toBeGreaterThan(0);
  });

  it('tell that a message was read, and not that it was delivered', async () => {
    await dial({ skipDelivered: 1 });
    await says(1);
    await post(stage.twin, WHATSAPP, text('Hi'));
    await stage.twin.advance(MINUTE);
    expect(stage.whatsapp().flatMap(({ statuses = [] }) => statuses.map(({ status }: Wire) => status))).toEqual(['sent', 'read']);
  });

  it('tell that somebody answered on the business’s phone', async () => {
    await dial({ phone: 1 });
    await says(1);
    await stage.twin.advance(MINUTE);
    expect(stage.whatsapp().filter(({ message_echoes }) => message_echoes)).toHaveLength(1);
  });
});

describe('sends in bad weather', () => {
  const send = () => post(stage.twin, WHATSAPP, text('Hi'));
  const outcomes = () => stage.twin.world.sends.map(({ outcome }) => outcome);
  beforeEach(async () => {
    await says(1);
    await stage.twin.advance();
  });

  it('end with 5xx, and were not taken', async () => {
    await dial({ errors: 1 });
    expect((await send()).status).toBeGreaterThanOrEqual(500);
    await stage.twin.advance(MINUTE);
    expect([outcomes(), stage.twin.world.reports.size]).toEqual([['failed'], 0]);
  });

  it('end with 5xx, and were taken', async () => {
    await dial({ errorsAfter: 1 });
    expect((await send()).status).toBe(500);
    await stage.twin.advance(MINUTE);
    expect([outcomes(), stage.whatsapp().filter(({ statuses }) => statuses).length]).toEqual([['accepted, failed'], 3]);
  });

  it('are too many, with HTTP 400 and with 429', async () => {
    await dial({ rate: 1 });
    const answers = [];
    for (let sent = 0; sent < 12; sent++) answers.push(await send());
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]));
    expect(new Set(answers.map(({ body }) => body.error.code))).toEqual(new Set([130429]));
    expect(answers.every(({ status, headers }) => (status === 429) === headers.has('retry-after'))).toBe(true);
  });

  it('are answered late', async () => {
    await dial({ slow: 10_000 });
    const sending = send();
    // Until the send has come in and waits for the clock.
    while (stage.twin.world.time.waiting() === 0) await new Promise(setImmediate);
    expect(outcomes()).toEqual([]);
    await stage.twin.advance(10_000);
    expect((await sending).status).toBe(200);
  });

  it('are taken and never answered', async () => {
    await dial({ timeout: 1 });
    const sending = send().catch((error: Error) => error);
    while (outcomes().length === 0) await new Promise(setImmediate);
    await stage.twin.advance(5 * MINUTE);
    expect(await sending).toMatchObject({ message: 'fetch failed' });
    expect([outcomes(), stage.whatsapp().filter(({ statuses }) => statuses).length]).toEqual([['accepted, unanswered'], 3]);
  });

  it.each([
    ['status', 'whatsapp', WHATSAPP, text('Hi'), () => stage.whatsapp().some(({ statuses }) => statuses?.[0].status === 'sent')],
    ['echo', 'instagram', INSTAGRAM, toAnaOnInstagram({ text: 'Hi' }), () => stage.instagram().some(({ message }) => message?.is_echo)],
  ] as const)('are answered after their first %s has arrived', async (_, account, node, body, arrived) => {
    await says(1, account);
    await dial({ early: 1 });
    expect((await post(stage.twin, node, body)).status).toBe(200);
    expect(arrived()).toBe(true);
  });
});

describe('luck', () => {
  const story = async (seed: string) => {
    const other = await aStage({ seed });
    await other.twin.act('dial', { duplicate: 0.3, reorder: 0.3, delay: 900, drop: 0.3 });
    for (let said = 0; said < 20; said++) await other.twin.act('say', { customer: 'ana', text: `${said}` });
    await other.twin.advance(10 * MINUTE);
    const told = other.listener.heard.map(({ body }) => body);
    await other.close();
    return JSON.stringify(told);
  };

  it('comes out the same for the same seed, and otherwise for another', async () => {
    expect(await story('one')).toBe(await story('one'));
    expect(await story('one')).not.toBe(await story('two'));
  });
});

it('does not know other knobs, nor how to turn them beyond their end', async () => {
  await expect(dial({ hail: 1 })).rejects.toThrow('hail');
  await expect(dial({ drop: 2 })).rejects.toThrow('drop');
  await expect(dial({ receipts: 'maybe' })).rejects.toThrow('receipts');
  expect(stage.twin.world.dial).toEqual(CALM);
});
