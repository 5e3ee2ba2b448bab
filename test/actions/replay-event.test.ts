import { connectChannel } from '../../src/actions/channels/connect-channel';
import { openIntake } from '../../src/actions/hearing/intake';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { replayEvent } from '../../src/actions/hearing/replay-event';
import type { Heard } from '../../src/ports/channel';
import type { Outcome, Store } from '../../src/ports/store';
import { hears, MARIA, saidIn, ticketOf } from '../support/acts';
import { databases } from '../support/database';
import { says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { over } from '../support/over';

const NUMBER = '100000000000001';

/** What WhatsApp posts when this customer says this, alone. */
const posted = (phone: string, words: string, number = NUMBER) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '200000000000001',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550000', phone_number_id: number },
            contacts: [{ wa_id: phone, profile: { name: 'Maria' } }],
            messages: [{ from: phone, id: `wamid.${words}`, timestamp: '1795337000', type: 'text', text: { body: words } }],
          },
        },
      ],
    },
  ],
});

describe.each(databases())('events that could not be heard, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const kept = async (channelId: string, outcome: Outcome) =>
    (await house.desk.store.reads.webhookEvents(channelId, outcome, { limit: 200, cursor: null })).data;
  const unreadable = (words: string): Heard => ({
    type: 'unreadable',
    account: NUMBER,
    raw: posted(MARIA, words),
    reason: 'an older version could not read this',
  });

  it('are kept as failed, and replayed once they can be', async () => {
    await house.hear(unreadable('hello'));
    const [failed] = await kept(house.whatsapp.id, 'failed');
    expect(failed).toMatchObject({ kind: 'unreadable', reason: 'an older version could not read this', replayedAt: null });
    expect(await house.tickets(MARIA)).toEqual([]);
    house.clock.forward(1000);
    expect(await replayEvent(house.desk, { eventId: failed!.id, channelId: house.whatsapp.id })).toMatchObject({
      id: failed!.id,
      kind: 'message',
      outcome: 'applied',
      reason: null,
      replayedAt: house.clock.now(),
    });
    expect(await ticketOf(house)).toMatchObject({ status: 'pending', lastMessage: { text: 'hello' } });
  });

  it('change nothing when they are replayed again', async () => {
    await house.hear(unreadable('hello'));
    const [failed] = await kept(house.whatsapp.id, 'failed');
    const replay = () => replayEvent(house.desk, { eventId: failed!.id, channelId: house.whatsapp.id });
    await replay();
    const ticket = await ticketOf(house);
    expect(await replay()).toMatchObject({ outcome: 'ignored', reason: 'redelivered' });
    expect(await ticketOf(house)).toEqual(ticket);
  });

  it('for an account that nobody had connected are kept as unrouted, and go to it once it is', async () => {
    const number = '100000000000077';
    const heard: Heard = { ...says(MARIA, 'hello', { raw: posted(MARIA, 'hello', number) }), account: number } as Heard;
    await receive(house.desk, [{ channelId: house.whatsapp.id, heard, unrouted: true }], openPeople());
    const [unrouted] = await kept(house.whatsapp.id, 'unrouted');
    expect(await house.tickets(MARIA)).toEqual([]);
    expect(await replayEvent(house.desk, { eventId: unrouted!.id, channelId: house.whatsapp.id })).toMatchObject({ outcome: 'unrouted' });
    const home = await connectChannel(house.desk, {
      kind: 'whatsapp_cloud',
      name: 'New',
      config: { phoneNumberId: number, businessAccountId: '200000000000001', accessToken: 'EAA', appSecret: 'secret' },
    });
    expect(await replayEvent(house.desk, { eventId: unrouted!.id, channelId: house.whatsapp.id })).toMatchObject({
      outcome: 'applied',
      channelId: home.id,
    });
    expect(await ticketOf(house)).toMatchObject({ channelId: home.id, status: 'pending' });
  });

  it('are not found under another channel', async () => {
    await house.hear(unreadable('hello'));
    const [failed] = await kept(house.whatsapp.id, 'failed');
    await expect(replayEvent(house.desk, { eventId: failed!.id, channelId: house.instagram.id })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(replayEvent(house.desk, { eventId: 'none', channelId: house.whatsapp.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  describe('among others', () => {
    it('harm none of them: one poison message in a hundred is kept as failed', async () => {
      const poison = 'wamid.POISON';
      const atomically: Store['atomically'] = (work) =>
        house.desk.store.atomically((tx) =>
          work(
            over(tx, {
              write: async (changes) => {
                if (changes.newMessages.some(({ providerMessageId }) => providerMessageId === poison))
                  throw new Error('the database refuses this row');
                await tx.write(changes);
              },
            }),
          ),
        );
      const intake = openIntake({ ...house.desk, store: { ...house.desk.store, atomically } });
      const heard = Array.from({ length: 100 }, (_, n) =>
        says(`1559${String(n % 10).padStart(6, '0')}`, `message ${n}`, n === 50 ? { id: poison } : {}),
      );
      await intake.submit([{ channelId: house.whatsapp.id, heard }], 1000);
      await intake.stop();
      expect(intake.waiting()).toEqual({ bytes: 0, events: 0 });
      expect(await kept(house.whatsapp.id, 'applied')).toHaveLength(99);
      expect(await kept(house.whatsapp.id, 'failed')).toMatchObject([{ reason: expect.stringContaining('refuses this row') }]);
      const { chatId } = await ticketOf(house, '1559000000');
      expect(await saidIn(house, chatId)).toEqual([0, 10, 20, 30, 40, 60, 70, 80, 90].map((n) => `message ${n}`));
    });

    it('take their whole POST back to the provider when the database is gone', async () => {
      const gone = {
        ...house.desk.store,
        atomically: () => Promise.reject(new Error('gone')),
        ping: () => Promise.reject(new Error('gone')),
      };
      const intake = openIntake({ ...house.desk, store: gone });
      await expect(intake.submit([{ channelId: house.whatsapp.id, heard: [says(MARIA, 'hello')] }], 10)).rejects.toThrow('gone');
      expect(intake.waiting()).toEqual({ bytes: 0, events: 0 });
      expect((await hears(house)).status).toBe('pending');
    });

    it('are taken by nobody who is closing', async () => {
      const intake = openIntake(house.desk);
      await intake.stop();
      await expect(intake.submit([{ channelId: house.whatsapp.id, heard: [says(MARIA, 'hello')] }], 10)).rejects.toThrow('closing');
      await expect(intake.submit([], 0)).resolves.toBeUndefined();
    });
  });
});
