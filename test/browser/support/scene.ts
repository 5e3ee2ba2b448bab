import { logIn, type Seat } from '../../../demo/desk';
import { BOT, connect } from '../../../demo/shop';
import { openTwin, type Twin } from '../../../emulator';
import { until } from '../../proof/support/until';
import { ADMIN, type BrowserDesk, makeAdmin, openDesk, PASSWORD } from './desk';

/** A lamp shop with its people, its two channels on the twin, and a morning's work done. */
export interface Scene {
  readonly desk: BrowserDesk;
  readonly twin: Twin;
  readonly marta: Seat;
  readonly luis: Seat;
  /** A customer writes. */
  says(customer: string, text: string): Promise<void>;
  /** What the API has of the newest ticket of somebody. */
  ticketOf(customer: string): Promise<{ readonly id: string; readonly number: number; readonly chatId: string; readonly status: string }>;
  close(): Promise<void>;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly network: 'whatsapp' | 'instagram';
  readonly address: string;
}

// biome-ignore format: a table is read in columns
export const PEOPLE: readonly Person[] = [
  { id: 'elena',  name: 'Elena Vidal',                              network: 'whatsapp',  address: '34612004518' },
  { id: 'bruno',  name: 'Bruno Salles',                             network: 'whatsapp',  address: '5511987650102' },
  { id: 'layla',  name: 'ليلى حداد 🇱🇧',                              network: 'instagram', address: '6100000000000021' },
  { id: 'joaquin', name: 'Joaquín Herrera Montesinos de la Torre y Aguirre', network: 'whatsapp', address: '34612004519' },
  { id: 'harper', name: 'Harper & Lowe Interiors',                  network: 'whatsapp',  address: '447700900123' },
  { id: 'sofie',  name: 'Sofie Lindqvist',                          network: 'instagram', address: '6100000000000022' },
  { id: 'daniel', name: 'Daniel Okafor',                            network: 'whatsapp',  address: '2348012345678' },
  { id: 'meiling', name: 'Mei-Ling Chou',                           network: 'whatsapp',  address: '886912345678' },
];

export const AGENTS = [
  { name: 'Luis Prado', email: 'luis@example.com', password: PASSWORD },
  { name: 'Priya Nair', email: 'priya@example.com', password: PASSWORD },
];

const STAGES = [
  { name: 'Waiting for parts', color: 'ochre' },
  { name: 'With the courier', color: 'teal' },
  { name: 'Trade quote', color: 'rose' },
];

/** As the admin has them on the board. */
const ORDER = ['Open', ...STAGES.map(({ name }) => name), 'Snoozed', 'Closed', 'Auto closed'];

/** Opens the shop: nobody has written yet, and only Marta is there. */
export async function openScene(env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const twin = await openTwin({ seed: 'casa-lumen' });
  const desk = await openDesk({ GRAPH_API_URL: twin.url, ...env });
  await makeAdmin(desk);
  const marta = await logIn(desk.url, ADMIN);
  for (const agent of AGENTS) await marta.post('/agents', { ...agent, role: 'agent' });
  for (const stage of STAGES) await marta.post('/stages', stage);
  const luis = await logIn(desk.url, AGENTS[0] ?? ADMIN);
  await marta.put('/me/presence', { presence: 'online' });
  const bot = await marta.post('/bots', BOT);
  for (const network of ['whatsapp', 'instagram'] as const) {
    const { id, businessId, token: accessToken, appSecret, verifyToken } = twin.account(network);
    const channel = await connect(marta, bot.id, network, { id, businessId, accessToken, appSecret, verifyToken });
    await twin.act('webhook', { account: network, url: channel.webhookUrl });
  }
  for (const { id, name, network, address } of PEOPLE)
    await twin.act('customer', { id, name, ...(network === 'whatsapp' ? { phone: address } : { igsid: address, username: id }) });
  const says = async (customer: string, text: string) => {
    const network = PEOPLE.find(({ id }) => id === customer)?.network ?? 'whatsapp';
    await twin.act('say', { account: network, customer, text });
  };
  const ticketOf = async (customer: string) => {
    const person = PEOPLE.find(({ id }) => id === customer);
    const { data } = await marta.get('/tickets?limit=200');
    // WhatsApp tells names and spells some numbers its own way; Instagram tells ids only.
    return data.find(
      ({ contact }: { contact: { name: string; address: string } }) => contact.name === person?.name || contact.address === person?.address,
    );
  };
  return {
    desk,
    twin,
    marta,
    luis,
    says,
    ticketOf,
    async close() {
      await desk.close();
      await twin.close();
    },
  };
}

/** One customer asks for a person, and has a ticket. */
export async function asksForAPerson({ says, ticketOf }: Scene, customer: string, text: string): Promise<void> {
  const before = await ticketOf(customer);
  await says(customer, 'Hello');
  await says(customer, 'I would like to ask a person');
  await until(`a ticket of ${customer}`, async () => ((await ticketOf(customer))?.id ?? null) !== (before?.id ?? null));
  await says(customer, text);
}

/** A morning: tickets in every status, something failed, something snoozed. */
export async function aMorning(scene: Scene): Promise<void> {
  const { marta, twin, ticketOf } = scene;
  const answers = async (customer: string, text: string) =>
    marta.post(`/tickets/${(await ticketOf(customer)).id}/messages`, { content: { type: 'text', text } });
  const stages = (await marta.get('/stages')).data as { key: string; name: string }[];
  await marta.put('/stages/order', { keys: ORDER.map((name) => stages.find((one) => one.name === name)?.key) });
  await marta.patch('/settings', {
    timers: { idleCloseAfter: 'P1D', idleReminderBefore: 'PT2H' },
    texts: { reminder: 'Are you still there?' },
  });
  const stage = async (customer: string, name: string) =>
    marta.patch(`/tickets/${(await ticketOf(customer)).id}`, { stage: stages.find((one) => one.name === name)?.key });

  await asksForAPerson(scene, 'elena', 'The pendant arrived with the glass cracked. Could the new one come before Friday?');
  await asksForAPerson(scene, 'daniel', 'The new bulbs do not fit.');
  await answers('daniel', 'The new bulbs left our warehouse today.');
  await marta.post(`/tickets/${(await ticketOf('daniel')).id}/close`);
  await asksForAPerson(scene, 'meiling', 'Can you deliver on Thursday morning?');
  await answers('meiling', 'Shall I book Thursday morning?');
  await marta.post(`/tickets/${(await ticketOf('meiling')).id}/snooze`, { for: 'PT20H' });
  await asksForAPerson(scene, 'sofie', 'My lamp buzzes at low light.');
  await answers('sofie', 'Could you send me the order number?');
  await stage('sofie', 'With the courier');
  await marta.post(`/tickets/${(await ticketOf('sofie')).id}/in-progress`);
  const channels = (await marta.get('/channels')).data as { id: string; kind: string }[];
  const whatsapp = channels.find(({ kind }) => kind === 'whatsapp_cloud')?.id;
  await scene.says('harper', 'Hello');
  await until('Harper & Lowe are known', async () => (await marta.get('/contacts?q=Harper')).data.length > 0);
  await marta.post('/tickets', {
    channelId: whatsapp,
    to: '447700900123',
    content: { type: 'text', text: 'Here is the trade price list for 2027.' },
  });
  await stage('harper', 'Trade quote');
  await asksForAPerson(scene, 'joaquin', '¿Está listo mi pedido 20817?');
  await twin.act('close-window', { account: 'whatsapp', customer: 'joaquin' });
  await answers('joaquin', 'Your order is ready. The courier comes tomorrow between nine and eleven.');
  await answers('elena', 'I’m so sorry, Elena. A new shade is reserved for you; it leaves our warehouse tomorrow.');
  await marta.post(`/tickets/${(await ticketOf('elena')).id}/notes`, { text: 'Does Thursday still hold with the courier?' });
  await stage('elena', 'Waiting for parts');
  await marta.patch(`/tickets/${(await ticketOf('elena')).id}`, {
    priority: 'high',
    tags: ['breakage', 'replacement'],
    subject: 'Cracked pendant',
  });
  await scene.says('elena', 'Perfect, thank you');
  await asksForAPerson(scene, 'layla', 'Is the linen shade available in sand?');
  await asksForAPerson(scene, 'bruno', 'Paguei o frete duas vezes, conseguem ver?');
  await answers('elena', 'I’ll write the moment the courier confirms.');
}
