import { instagram } from '../../channels/instagram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { partsOf } from '../../src/actions/sending/sendable';
import type { ChannelKind, Content, Heard, OutboundReaction, Sent } from '../../src/ports/channel';
import { aStage, DAY, INSTAGRAM, MINUTE, SECOND, type Stage, WHATSAPP } from './support';

/** Each network with a customer on it, as its channel is configured. */
const NETWORKS = {
  whatsapp: {
    kind: whatsappCloud,
    config: { phoneNumberId: WHATSAPP, businessAccountId: '100000000000001', accessToken: 'EAAtwinWhatsApp', appSecret: 's' },
    to: { phone: '15550100101', display: '15550100101' },
    told: { object: 'whatsapp_business_account' },
  },
  instagram: {
    kind: instagram,
    config: { accountId: INSTAGRAM, accessToken: 'IGAAtwinInstagram', appSecret: 's', login: 'instagram' },
    to: { id: '6100000000000001', display: '6100000000000001' },
    told: { object: 'instagram' },
  },
} as const;
type Network = keyof typeof NETWORKS;
const BOTH = Object.keys(NETWORKS) as Network[];

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

/** Sends what the desk would send for a content, and answers the id of the last part. */
async function sends(network: Network, content: Content, replyTo: string | null = null): Promise<string> {
  const { kind, config, to } = NETWORKS[network];
  let sent: Sent | undefined;
  for (const part of partsOf(kind as ChannelKind, content)) {
    const message = { reference: 'ours-1', to, content: part, replyTo, author: 'agent', humanAgent: false } as const;
    sent = await kind.send(config, message, stage.outside);
  }
  return sent!.providerMessageId;
}

/** Everything that the channel hears, from the beginning. */
function heard(network: Network): Heard[] {
  const { kind, told } = NETWORKS[network];
  const bodies = stage.listener.heard.map(({ body }) => body).filter(({ object }) => object === told.object);
  return bodies.flatMap((body) => (kind as ChannelKind).hear!(body));
}

async function says(account: Network, more: object = {}): Promise<string> {
  const { id } = await stage.twin.act('say', { account, customer: 'ana', text: 'Hello', ...more });
  await stage.twin.advance(SECOND);
  return String(id);
}

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `row-${at}`, title: `Row ${at}` }));

// biome-ignore format: a table is read in columns
const CHOICES: readonly [string, Content][] = [
  ['buttons',                         { type: 'buttons', text: 'Well?', buttons: rows(3) }],
  ['buttons that are many',           { type: 'buttons', text: 'Well?', buttons: rows(10) }],
  ['buttons below a long text',       { type: 'buttons', text: `${'long '.repeat(900)}\n\nWell?`, buttons: rows(2) }],
  ['a list',                          { type: 'list', text: 'Well?', button: 'See', sections: [{ rows: rows(2) }] }],
  ['a list with all that it can have', { type: 'list', text: 'é'.repeat(3000), button: 'x'.repeat(20), sections: [
    { title: 'y'.repeat(24), rows: [{ id: 'row-1', title: 'z'.repeat(20), description: 'w'.repeat(72) }] }, { title: 'More', rows: [{ id: 'last', title: 'Last' }] }] }],
];

describe.each(BOTH)('on %s', (network) => {
  it.each(CHOICES)('a customer taps one of %s, and its payload is heard', async (_, content) => {
    await says(network);
    const message = await sends(network, content);
    await says(network, { type: 'tap', message, id: 'row-1' });
    const title = content.type === 'list' && content.sections.length > 1 ? 'z'.repeat(20) : 'Row 1';
    expect(
      heard(network)
        .filter(({ type }) => type === 'message')
        .at(-1),
    ).toMatchObject({ content: { type: 'button_reply', id: 'row-1', title } });
  });

  it('a text of 20,000 characters arrives whole', async () => {
    await says(network);
    const text = Array.from({ length: 400 }, (_, at) => `Sentence ${at} has a 👨‍👩‍👧 and an é in its midst.`).join(' ');
    await sends(network, { type: 'text', text });
    const arrived = stage.twin.world.sends.map(({ body, outcome }) => [outcome, wordsIn(body)]);
    expect(arrived.map(([outcome]) => outcome)).toEqual(arrived.map(() => 'accepted'));
    expect(arrived.map(([, words]) => words).join(' ')).toBe(text);
  });

  it('an answer quotes what it answers', async () => {
    const asked = await says(network);
    const message = await sends(network, { type: 'text', text: 'There' }, asked);
    expect(stage.twin.world.messages.get(message)?.replyTo).toBe(asked);
  });

  it('the customer sees a heart come and go', async () => {
    const target = await says(network);
    const reactions = () => stage.twin.world.messages.get(target)?.reactions;
    await reacts(network, { target, emoji: '❤️' });
    expect(reactions()).toEqual({ business: '❤️' });
    await reacts(network, { target, emoji: null });
    expect(reactions()).toEqual({});
    await stage.twin.advance(MINUTE);
    expect(heard(network).filter(({ type }) => type === 'receipt' || type === 'reaction')).toEqual([]);
  });

  it('the customer’s ticks turn blue, and an answer is being written until it comes or time is over', async () => {
    const asked = await says(network);
    const { kind, config, to } = NETWORKS[network];
    const attention = { to, providerMessageId: asked };
    const progress = () => stage.twin.world.messages.get(asked)?.progress;
    const typing = () => [...stage.twin.world.chats.values()].some(({ typingUntil }) => typingUntil > stage.twin.world.time.now());
    expect(progress()).toBe('delivered');
    await kind.seen?.(config, attention, stage.outside);
    expect([progress(), typing()]).toEqual(['read', false]);
    await kind.typing?.(config, attention, stage.outside);
    expect(typing()).toBe(true);
    await stage.twin.advance(25 * SECOND);
    expect(typing()).toBe(false);
    await kind.typing?.(config, attention, stage.outside);
    await sends(network, { type: 'text', text: 'Here it is' });
    expect(typing()).toBe(false);
    expect(stage.twin.world.sends.map(({ messageId }) => messageId === null)).toEqual([true, true, true, false]);
  });
});

describe('on whatsapp alone', () => {
  it.each<Content>([
    { type: 'location', latitude: 52.5, longitude: 13.4, name: 'The shop', address: 'Street 1' },
    {
      type: 'contacts',
      contacts: [
        { name: null, phones: ['+15550100199'], emails: [] },
        { name: 'Ana', phones: [], emails: ['ana@example.com'], organisation: 'Casa' },
      ],
    },
  ])('a $type is taken', async (content) => {
    await says('whatsapp');
    const message = await sends('whatsapp', content);
    expect(stage.twin.world.messages.get(message)?.content.type).toBe(content.type);
  });

  it('a reaction that comes too late fails afterwards, and is taken back by what is heard of it', async () => {
    const target = await says('whatsapp');
    await stage.twin.advance(DAY + MINUTE);
    await reacts('whatsapp', { target, emoji: '👍', at: 1767225600000 });
    await stage.twin.advance(MINUTE);
    expect(heard('whatsapp').at(-1)).toMatchObject({ type: 'reaction', by: 'business', target, emoji: null, at: 1767225600001 });
  });
});

const reacts = (network: Network, reaction: Pick<OutboundReaction, 'target' | 'emoji'> & { at?: number }) => {
  const { kind, config, to } = NETWORKS[network];
  return kind.react?.(config, { to, at: 1, ...reaction }, stage.outside);
};

function wordsIn(body: unknown): string {
  const { text, message } = body as { text?: { body: string }; message?: { text: string } };
  return text?.body ?? message?.text ?? '';
}
