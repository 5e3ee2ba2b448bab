import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whatsappWebOver } from '../../../channels/whatsapp-web';
import { connectChannel } from '../../../src/actions/channels/connect-channel';
import type { Driver } from '../../proof/support/driver';
import { until } from '../support/hand-time';
import { FakeWhatsApp } from './fake-client';
import { ANA, ANA_HIDDEN, inProcess } from './web-desk';

/** Ana writes under either name, as WhatsApp likes it. */
export const driveWhatsAppWeb: Driver = async ({ house }) => {
  const { desk, clock } = house;
  const network = new FakeWhatsApp();
  network.now = () => clock.now();
  network.person(ANA, ANA_HIDDEN);
  const kind = whatsappWebOver(network.make);
  (desk.kinds as Map<string, typeof kind>).set(kind.kind, kind);
  const channel = await connectChannel(desk, { kind: kind.kind, name: 'Journey by WhatsApp Web', config: {} });
  const folder = await mkdtemp(join(tmpdir(), 'lines-'));
  const { lines, heard } = inProcess(house, desk, folder, soon);
  await lines.look();
  await until('the line is ready', () => lines.ready(channel.id) !== undefined);
  let count = 0;
  return {
    channel,
    async says(text) {
      const { id } = network.says(++count % 2 ? ANA : ANA_HIDDEN, text);
      await until('the desk has heard it', () => heard.has(id.id));
    },
    sees: () => network.sent.map(({ saying }) => saying.text ?? ''),
    async close() {
      await lines.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Between two messages it waits as a person would, and here nobody has so much time. */
function soon(ms: number, work: () => void): () => void {
  const plan = setTimeout(work, ms < 10_000 ? 1 : ms).unref();
  return () => clearTimeout(plan);
}
