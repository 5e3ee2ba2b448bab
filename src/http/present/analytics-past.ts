import type { BoardThen, DrawnBy } from '../../actions/figures/board-at';
import { sinceBy } from '../../actions/figures/board-at';
import type { CardThen } from '../../actions/figures/cards-then';
import { lasting } from '../../domain/figures/standing';
import { STAGE_COLORS } from '../../domain/stages';
import type { Instant } from '../../domain/ticket';
import type { House, Stage } from '../../ports/store';
import type { BoardJson, CardThenJson } from '../schemas/analytics-past';
import { channelOf, stageOf } from './ticket';
import { iso, isoOrNull } from './time';

/** Both houses: as it was at a moment, and as it is. */
interface Eyes {
  readonly at: Instant;
  readonly then: House;
  readonly now: House;
  readonly by: DrawnBy;
}

type StageThenJson = CardThenJson['stage'];

export function boardJson(board: BoardThen, now: House, by: DrawnBy): BoardJson {
  const eyes = { at: board.at, then: board.house, now, by };
  return {
    at: iso(board.at),
    by,
    open: board.open,
    statuses: board.statuses.map((one) => ({ ...one })),
    oldestWaitSeconds: board.oldestWaitSeconds,
    columns: board.columns.map(({ key, stage, tickets, medianSeconds, cards }) => ({
      key,
      stage: stage && stageThen(stage, now),
      tickets,
      medianSeconds,
      cards: cards.map((card) => cardJson(eyes, card)),
    })),
  };
}

export function cardJson({ at, then, now, by }: Eyes, { stand, now: view, contact, assignee, last }: CardThen): CardThenJson {
  const { ticket, address } = view;
  const team = then.teams.find(({ id }) => id === stand.teamId);
  return {
    id: ticket.id,
    number: ticket.number,
    chatId: ticket.chatId,
    channel: channelOf(then, ticket.channelId),
    contact: {
      id: contact.id,
      name: contact.name,
      address: contact.phone || (contact.username && `@${contact.username}`) || address.id || address.display,
    },
    createdAt: iso(ticket.createdAt),
    status: stand.status,
    statusSince: iso(stand.statusSince),
    stage: stageThen(
      then.stages.find(({ key }) => key === stand.stage),
      now,
    ),
    stageSince: iso(stand.stageSince),
    seconds: lasting(sinceBy(by, stand), at),
    assignee: assignee && { id: assignee.id, name: assignee.name },
    team: team ? { id: team.id, name: team.name } : null,
    lastMessage: last && { ...last, at: iso(last.at) },
    now: { status: ticket.status, stage: stageOf(now, ticket.stage) },
  };
}

/** A stage as it was called then, and what became of it. */
function stageThen(stage: Stage | undefined, now: House): StageThenJson {
  const { key = 'open', name = 'Open', color = 'ink' } = stage ?? {};
  const is = now.stages.find((one) => one.key === key);
  return {
    key,
    name,
    color: STAGE_COLORS.find((known) => known === color) ?? 'ink',
    deletedAt: isoOrNull(is?.deletedAt ?? null),
    renamedTo: is && is.name !== name ? is.name : null,
  };
}
