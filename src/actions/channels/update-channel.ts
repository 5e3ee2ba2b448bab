import { invalid, Refusal } from '../../domain/errors';
import type { PartialSettings } from '../../domain/settings';
import { clean, cleanDeep } from '../../domain/text';
import type { ChannelConfig, ChannelKind } from '../../ports/channel';
import type { Channel, House } from '../../ports/store';
import { mustBeABot } from '../bots/bots';
import type { Desk } from '../desk';
import { liveChannel } from '../rules';
import { kindOf } from '../sending/sendable';
import { knownTeam } from '../teams/teams';
import { askForTemplates } from '../templates/read-templates';
import { ROUTING, transact } from '../transact';
import { accountsOf, configure, type GivenConfig } from './channel-config';
import { checkOverrides, mustBeOnlyOne } from './connect-channel';
import { askToSetUp } from './set-up-channel';

const SECRET_OVERLAP = 7 * 24 * 60 * 60_000;

interface Update {
  readonly channelId: string;
  readonly version?: number;
  readonly name?: string;
  readonly config?: GivenConfig;
  /** Replaces the former overrides: missing = inherited, null = off. */
  readonly overrides?: PartialSettings;
  /** Who answers on closed chats from the next turn on; null = nobody. */
  readonly botId?: string | null;
  /** Whose its new tickets are, unless a rule says otherwise; null = nobody's. */
  readonly teamId?: string | null;
}

/** Changes a channel. A new app secret keeps the former one valid for seven days, so that a rotation loses nothing. */
export async function updateChannel(desk: Desk, asked: Update): Promise<Channel> {
  const updated = await transact(desk, async (tx, ledger) => {
    const { at } = ledger;
    const house = await tx.house();
    const channel = liveChannel(house, asked.channelId);
    if (asked.version !== undefined && asked.version !== channel.version)
      throw new Refusal('stale', 'The channel has changed since you read it.', { version: channel.version });
    const changed = changedBy(desk, house, channel, asked, at);
    await tx.saveChannel(changed, { policy: asked.overrides !== undefined });
    if (changed.state !== channel.state) {
      await tx.hurryQueue(channel.id, at);
      ledger.announce({ name: 'channel.state_changed', id: channel.id });
    }
    if (asked.config !== undefined && kindOf(desk, channel.kind).templates) askForTemplates(ledger, channel.id);
    if (asked.config !== undefined) askToSetUp(desk, ledger, changed);
    return { ...changed, version: channel.version + 1 };
  });
  await desk.house.refresh();
  if (asked.overrides !== undefined) desk.queue.wake([ROUTING]);
  return updated;
}

function changedBy(
  desk: Desk,
  house: House,
  channel: Channel,
  { name, config, overrides, botId = channel.botId, teamId = channel.teamId }: Update,
  at: number,
): Channel {
  const kind = kindOf(desk, channel.kind);
  if (config !== undefined && channel.trialSince !== null) throw invalid('config', 'A channel of the trial keeps its configuration.');
  if (overrides !== undefined) checkOverrides(house, overrides);
  if (botId !== channel.botId) mustBeABot(house, botId);
  if (teamId !== null && teamId !== channel.teamId) knownTeam(house, teamId);
  const sealed = config === undefined ? channel.config : configure(kind, desk.vault, channel.config, config);
  mustBeItsAccount(desk, kind, channel.config, sealed);
  mustBeOnlyOne(desk, house, kind, sealed, channel.id);
  const former = channel.config[kind.webhook?.secret ?? ''];
  const rotated = former !== undefined && sealed[kind.webhook?.secret ?? ''] !== former;
  return {
    ...channel,
    name: name === undefined ? channel.name : clean(name),
    config: sealed,
    previousSecret: rotated ? { sealed: former, until: at + SECRET_OVERLAP } : channel.previousSecret,
    overrides: overrides === undefined ? channel.overrides : cleanDeep(overrides),
    botId,
    teamId,
    state: config !== undefined && channel.state.status === 'paused' ? { status: 'ok', reason: null, since: at } : channel.state,
    updatedAt: at,
  };
}

/** What two accounts of such a network call their messages may be the same. */
function mustBeItsAccount({ vault }: Pick<Desk, 'vault'>, kind: ChannelKind, before: ChannelConfig, after: ChannelConfig): void {
  const [former] = accountsOf(kind, vault, before);
  if (kind.keepsAccount && former !== undefined && accountsOf(kind, vault, after)[0] !== former)
    throw invalid('config', 'A channel of this network stays with its account. Connect another channel for this one.');
}
