import type { PartialSettings } from '../../domain/settings';
import type { Instant } from '../../domain/ticket';
import type { ChannelKind } from '../../ports/channel';
import type { Channel, ChannelState, HistorySync } from '../../ports/store';
import type { Desk } from '../desk';
import { kindOf } from '../sending/sendable';
import { isSecret, listed, masked } from './channel-config';

export interface DescribedChannel {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Secrets are masked; a list is one. */
  readonly config: Readonly<Record<string, string | readonly string[]>>;
  readonly overrides: PartialSettings;
  readonly botId: string | null;
  readonly teamId: string | null;
  readonly state: ChannelState;
  readonly previousSecretUntil: Instant | null;
  /** What to paste at the provider. */
  readonly webhook: { readonly url: string; readonly verifyToken: string | null; readonly fields: readonly string[] } | null;
  /** A line to its network is held open. */
  readonly line: boolean;
  /** Its network is the twin. */
  readonly trial: boolean;
  readonly history: HistorySync | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

/** A channel as an admin reads it: secrets masked, with what to paste at the provider. */
export function describeChannel(desk: Pick<Desk, 'kinds' | 'vault'>, channel: Channel, publicUrl: string): DescribedChannel {
  const kind = kindOf(desk, channel.kind);
  const { id, name, overrides, botId, teamId, state, previousSecret, trialSince, createdAt, updatedAt, version } = channel;
  const config = Object.fromEntries(Object.entries(channel.config).map(([field, value]) => [field, shown(desk, kind, field, value)]));
  return {
    id,
    kind: channel.kind,
    name,
    config,
    overrides,
    botId,
    teamId,
    state,
    previousSecretUntil: previousSecret?.until ?? null,
    webhook: pasted(desk, kind, channel, publicUrl),
    line: kind.line?.wanted(channel.config) === true,
    trial: trialSince !== null,
    history: channel.history,
    createdAt,
    updatedAt,
    version,
  };
}

function shown({ vault }: Pick<Desk, 'vault'>, kind: ChannelKind, field: string, value: string): string | string[] {
  if (isSecret(kind, field)) return masked(vault.open(value));
  return kind.config.some(({ name, list }) => name === field && list) ? listed(value) : value;
}

/** Where the network is to call: an address of the channel's own, or one for all of its kind. */
function pasted(
  { vault }: Pick<Desk, 'vault'>,
  kind: ChannelKind,
  { id, config }: Channel,
  publicUrl: string,
): DescribedChannel['webhook'] {
  if (kind.door) return { url: `${publicUrl}${kind.door.path}`, verifyToken: null, fields: [] };
  if (!kind.webhook || kind.line?.wanted(config)) return null;
  const { secret, token, fields } = kind.webhook;
  const sealed = config[secret];
  const verifyToken = token && sealed ? token(vault.open(sealed)) : (config.verifyToken ?? null);
  return { url: `${publicUrl}/webhooks/${id}`, verifyToken, fields };
}
