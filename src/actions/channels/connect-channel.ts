import { invalid, Refusal } from '../../domain/errors';
import { type PartialSettings, policyErrors, settingErrors, withSettings } from '../../domain/settings';
import { clean, cleanDeep } from '../../domain/text';
import type { ChannelConfig, ChannelKind } from '../../ports/channel';
import type { Channel, House } from '../../ports/store';
import { mustBeABot } from '../bots/bots';
import type { Desk } from '../desk';
import { askForTemplates } from '../templates/read-templates';
import { transact } from '../transact';
import { mustBeRight } from '../workspace/change-settings';
import { accountsOf, configure, type GivenConfig } from './channel-config';
import { askToSetUp } from './set-up-channel';

interface Connection {
  readonly kind: string;
  readonly name: string;
  readonly config: GivenConfig;
  readonly overrides?: PartialSettings;
  readonly botId?: string | null;
}

/** Connects one account of a network. Its secrets are sealed; a verify token is made when none is given. */
export async function connectChannel(
  desk: Desk,
  { kind: named, name, config, overrides = {}, botId = null }: Connection,
): Promise<Channel> {
  const kind = desk.kinds.get(named);
  if (!kind) throw invalid('kind', `expected one of ${[...desk.kinds.keys()].join(', ')}`);
  const sealed = configure(kind, desk.vault, {}, config);
  const connected = await transact(desk, async (tx, ledger) => {
    const { at } = ledger;
    const house = await tx.house();
    checkOverrides(house, overrides);
    mustBeOnlyOne(desk, house, kind, sealed);
    mustBeABot(house, botId);
    const channel: Channel = {
      id: desk.newId(),
      kind: kind.kind,
      name: clean(name),
      config: sealed,
      previousSecret: null,
      overrides: cleanDeep(overrides),
      botId,
      teamId: null,
      state: { status: 'new', reason: null, since: at },
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      trialSince: null,
      history: null,
      version: 1,
    };
    await tx.addChannel(channel);
    if (kind.templates) askForTemplates(ledger, channel.id);
    askToSetUp(desk, ledger, channel);
    return channel;
  });
  await desk.house.refresh();
  return connected;
}

export function checkOverrides({ settings }: House, overrides: PartialSettings): void {
  mustBeRight(settingErrors(overrides, { perChannel: true }), 'overrides.');
  mustBeRight(policyErrors(withSettings(settings, overrides)), 'overrides.');
}

/** Two live channels for one account would both hear every message. */
export function mustBeOnlyOne(
  { vault }: Pick<Desk, 'vault'>,
  { channels }: House,
  kind: ChannelKind,
  config: ChannelConfig,
  exceptId?: string,
): void {
  const accountOf = (sealed: ChannelConfig) => accountsOf(kind, vault, sealed)[0];
  const account = accountOf(config);
  if (account === undefined) return;
  const same = channels.find(
    (one) => one.id !== exceptId && one.deletedAt === null && one.kind === kind.kind && accountOf(one.config) === account,
  );
  if (same) throw new Refusal('already_exists', `The channel ${same.name} is connected to this account already.`, { channelId: same.id });
}
