import { describeChannel } from '../../actions/channels/describe-channel';
import type { ChannelKind } from '../../ports/channel';
import type { Channel, LoggedEvent } from '../../ports/store';
import { ourOrigin } from '../origin';
import type { Call } from '../route';
import type { ChannelJson, ChannelKindJson, WebhookEventJson } from '../schemas/channel';
import { capabilitiesJson } from './capabilities';
import { iso, isoOrNull } from './time';

type Asked = Pick<Call<unknown, unknown>, 'desk' | 'config' | 'request'>;

/** A channel for admins: secrets masked, and what to paste at the provider under the address that they use now. */
export function channelJson({ desk, config, request }: Asked, channel: Channel): ChannelJson {
  const described = describeChannel(desk, channel, ourOrigin(request, config));
  const { state, webhook } = described;
  return {
    id: described.id,
    kind: described.kind,
    name: described.name,
    config: Object.fromEntries(
      Object.entries(described.config).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    ),
    overrides: described.overrides as ChannelJson['overrides'],
    botId: described.botId,
    teamId: described.teamId,
    state: { status: state.status, reason: state.reason, since: iso(state.since) },
    previousSecretUntil: isoOrNull(described.previousSecretUntil),
    webhook: webhook && { url: webhook.url, verifyToken: webhook.verifyToken, fields: [...webhook.fields] },
    line: described.line,
    trial: described.trial,
    history: described.history && {
      ...described.history,
      since: iso(described.history.since),
      updatedAt: iso(described.history.updatedAt),
    },
    createdAt: iso(described.createdAt),
    updatedAt: iso(described.updatedAt),
    version: described.version,
  };
}

export const channelKindJson = ({ kind, title, config, webhook, capabilities, window }: ChannelKind): ChannelKindJson => ({
  kind,
  title,
  config: config.map(({ choices, pattern, made = false, list = false, ...field }) => ({
    ...field,
    choices: choices ? [...choices] : null,
    made,
    list,
    pattern: pattern ?? null,
  })),
  secretField: webhook?.secret ?? null,
  asksLeave: webhook?.handshake !== undefined,
  capabilities: capabilitiesJson(capabilities),
  window: { ...window },
});

export function webhookEventJson(event: LoggedEvent): WebhookEventJson {
  const { id, channelId, account, kind, outcome, reason, ticketId, ticketNumber, raw } = event;
  return {
    id,
    channelId,
    account,
    kind,
    outcome,
    reason,
    ticket: ticketId !== null && ticketNumber !== null ? { id: ticketId, number: ticketNumber } : null,
    raw,
    heardAt: iso(event.heardAt),
    replayedAt: isoOrNull(event.replayedAt),
  };
}
