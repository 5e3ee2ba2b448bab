import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatsappWebOver } from '../../../channels/whatsapp-web';
import { connectChannel } from '../../../src/actions/channels/connect-channel';
import { wishOfLine } from '../../../src/actions/channels/line';
import type { Desk } from '../../../src/actions/desk';
import { openIntake } from '../../../src/actions/hearing/intake';
import { openLines } from '../../../src/lines';
import type { LineNeeds } from '../../../src/lines/hold';
import type { LineState, LineWish } from '../../../src/ports/channel';
import { type Lines, NO_LINES } from '../../../src/ports/lines';
import type { Channel } from '../../../src/ports/store';
import type { TestDatabase } from '../../support/database';
import { aDesk, type TestDesk } from '../../support/desk';
import { handTime, until } from '../support/hand-time';
import { FakeWhatsApp } from './fake-client';

export const ANA = '15550100101@c.us';
export const ANA_HIDDEN = '99000000000101@lid';

/** A desk with a channel of WhatsApp Web, whose phone is linked already, and its line in the hands of this process. */
export async function aWebDesk(database: TestDatabase, prepare: (network: FakeWhatsApp) => void = () => undefined) {
  const house = await aDesk(database);
  await house.turn(house.admin, 'online');
  const network = new FakeWhatsApp();
  network.now = () => house.clock.now();
  network.person(ANA, ANA_HIDDEN);
  prepare(network);
  const kind = whatsappWebOver(network.make);
  (house.desk.kinds as Map<string, typeof kind>).set(kind.kind, kind);
  const channel = await connectChannel(house.desk, { kind: kind.kind, name: 'The shop', config: {} });
  const folder = await mkdtemp(join(tmpdir(), 'lines-'));
  const process = inProcess(house, house.desk, folder);
  await process.lines.look();
  const state = async (): Promise<LineState | undefined> => (await house.desk.store.reads.line(channel.id))?.state;
  return {
    house,
    network,
    channel,
    folder,
    ...process,
    state,
    is: (status: LineState['status']) => until(`the line is ${status}`, async () => (await state())?.status === status),
    async wish(wish: LineWish) {
      await wishOfLine(house.desk, channel, wish);
      await process.lines.look();
    },
    chats: () => chatsOf(house, channel),
    async close() {
      await process.lines.stop();
      await house.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type WebDesk = Awaited<ReturnType<typeof aWebDesk>>;

/** The lines of one process, which has its own store on the desk's database. `heard`: the ids of messages that are stored. */
export function inProcess(house: TestDesk, desk: Desk, folder: string, hurried?: LineNeeds['after']) {
  const time = handTime(house.clock);
  const book: { lines: Lines } = { lines: NO_LINES };
  const intake = openIntake(desk);
  const heard = new Set<string>();
  const submit: LineNeeds['intake']['submit'] = async (parcels, bytes) => {
    await intake.submit(parcels, bytes);
    for (const one of parcels.flatMap((parcel) => parcel.heard)) if (one.type === 'message') heard.add(one.id);
  };
  Object.assign(desk, { lines: { ready: (channelId: string) => book.lines.ready(channelId) } });
  const lines = openLines(desk, { intake: { submit }, folder, chromePath: null, after: hurried ?? time.after });
  book.lines = lines;
  return { time, lines, heard };
}

async function chatsOf(house: TestDesk, channel: Channel) {
  const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null });
  return data.map(({ ticket }) => ticket).filter(({ channelId }) => channelId === channel.id);
}
