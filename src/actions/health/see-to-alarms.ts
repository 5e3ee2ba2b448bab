import type { Channel } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { judgeChannel } from './judge-channel';
import { figuresNow } from './seen';

/** An admin has seen to what the network said of the account: it is no problem any more, until it is said again. */
export async function seeToAlarms(desk: Desk, channel: Channel): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    const health = await tx.channelHealth(channel.id);
    if (!health || health.known.alarms.length === 0) return;
    await tx.saveHealth({ ...health, known: { ...health.known, alarms: [] } });
    const changes = health.known.alarms.map(({ event }) => ({ path: `alarms.${event}`, from: 'open', to: 'seen to' }));
    ledger.act({ act: 'channel.alarms_seen_to', target: { kind: 'channel', id: channel.id, name: channel.name }, changes });
  });
  await judgeChannel(desk, channel, await figuresNow(desk));
}
