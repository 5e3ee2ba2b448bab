import { REPLAY_KEPT } from '../../actions/replay/ask-replay';
import type { Plan } from '../../actions/workspace/plan-change';
import type { SettingsVersion } from '../../actions/workspace/settings-versions';
import type { Difference, Replay, Shown, Totals } from '../../domain/replay/result';
import type { House } from '../../ports/store';
import type { DifferenceJson, PlanJson, ReplayJson, VersionJson } from '../schemas/replay';
import type { Named } from './names';
import { channelOf } from './ticket';
import { iso, isoOrNull } from './time';

export function replayJson({ id, request, by, state, progress, result, createdAt, finishedAt }: Replay): ReplayJson {
  return {
    id,
    state,
    from: iso(request.from),
    to: iso(request.to),
    patch: request.patch as ReplayJson['patch'],
    by: { id: by.id, name: by.name },
    progress: { ...progress },
    result: result && { ...result, before: totalsJson(result.before), after: totalsJson(result.after) },
    createdAt: iso(createdAt),
    finishedAt: isoOrNull(finishedAt),
    expiresAt: iso(createdAt + REPLAY_KEPT),
  };
}

const totalsJson = ({ closedBy, ...totals }: Totals) => ({ ...totals, closedBy: { ...closedBy } });

/** `nameOf`: what people are called, by id of the contact. */
export function differenceJson(house: House, nameOf: (contactId: string) => string | null, one: Difference): DifferenceJson {
  return {
    ticket: one.ticket && { ...one.ticket },
    chatId: one.chatId,
    contactName: nameOf(one.contactId),
    channel: channelOf(house, one.channelId),
    since: iso(one.since),
    estimated: one.estimated,
    before: one.before && shownJson(one.before),
    after: one.after && shownJson(one.after),
  };
}

const shownJson = ({ openedAt, closedAt, ...rest }: Shown) => ({ ...rest, openedAt: iso(openedAt), closedAt: isoOrNull(closedAt) });

export const planJson = (house: House, { data, nextCursor, totals }: Plan): PlanJson => ({
  data: data.map(({ view: { ticket, contact }, to, timer }) => ({
    id: ticket.id,
    number: ticket.number,
    contactName: contact.name,
    channel: channelOf(house, ticket.channelId),
    from: ticket.status,
    to,
    kind: timer.kind,
    dueAt: iso(timer.dueAt),
    lastCustomerMessageAt: isoOrNull(ticket.lastCustomerMessageAt),
    lastAgentMessageAt: isoOrNull(ticket.lastAgentMessageAt),
    openedAt: iso(ticket.openedAt ?? ticket.createdAt),
  })),
  nextCursor,
  open: totals?.open ?? null,
  tickets: totals?.tickets ?? null,
  redated: totals?.redated ?? null,
  moves: totals?.moves.map(({ at, ...move }) => ({ ...move, movesAt: isoOrNull(at) })) ?? null,
});

export const versionJson = (nameOf: (id: string | null) => Named | null, { at, by, changes }: SettingsVersion): VersionJson => ({
  at: iso(at),
  by: nameOf(by),
  changes: changes.map(({ path, from, to }) => ({ path, from: from ?? null, to: to ?? null })),
});
