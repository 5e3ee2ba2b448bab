import type { PartialSettings } from '../../domain/settings';
import type { Instant } from '../../domain/ticket';
import type { Channel, ChannelState, HistorySync } from '../../ports/store';
import type { Desk } from '../desk';
import { kindOf } from '../sending/sendable';
import { isSecret, masked } from './channel-config';

export interface DescribedChannel {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly config: Readonly<Record<string, string>>;
  readonly overrides: PartialSettings;
  readonly botId: string | null;
  readonly teamId: string | null;
  readonly state: ChannelState;
  readonly previousSecretUntil: Instant | null;
  /** What to paste at the provider. */
  readonly webhook: { readonly url: string; readonly verifyToken: string; readonly fields: readonly string[] } | null;
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
  const config = Object.fromEntries(
    Object.entries(channel.config).map(([field, value]) => [field, isSecret(kind, field) ? masked(desk.vault.open(value)) : value]),
  );
  const webhook = kind.webhook
    ? { url: `${publicUrl}/webhooks/${id}`, verifyToken: config.verifyToken ?? '', fields: kind.webhook.fields }
    : null;
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
    webhook,
    trial: trialSince !== null,
    history: channel.history,
    createdAt,
    updatedAt,
    version,
  };
}
