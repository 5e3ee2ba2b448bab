import type { Actor, Decision } from '../../domain/events';
import { openTicket } from '../../domain/opening';
import type { RuleMatch } from '../../domain/routing-rules';
import { type Team, teamNow } from '../../domain/team';
import type { Ticket } from '../../domain/ticket';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { follow, ruleFor } from '../routing/apply-rules';
import { channelIn } from '../rules';
import { named } from '../teams/teams';

interface Opening {
  readonly chatId: string;
  readonly status: 'pending' | 'proactive';
  readonly cause: string;
  readonly actor: Actor;
  readonly assigneeId?: string;
  /** The team that the bot hands off to. */
  readonly teamId?: string | null;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What opening a ticket needs of the desk. */
export type Opener = Pick<Desk, 'newId' | 'languages'>;

/** Opens a ticket in a chat that has none: for the bot's team, or the one that a routing rule says, or its channel's. */
export function openIn(desk: Opener, ledger: Ledger, { chatId, teamId = null, data, ...opening }: Opening): Ticket {
  const chat = ledger.chat(chatId);
  const match = opening.status === 'pending' ? ruleFor(desk, ledger, chat) : null;
  const bots = teamNow(teamId, ledger.house.teams);
  const team = bots ?? (rules(ledger.house, match) ? null : channels(ledger.house, chat.channelId));
  const why = team ? { ...data, team: { from: null, to: named(team) }, teamOf: bots ? 'bot' : 'channel' } : data;
  const opened = openTicket({
    id: desk.newId(),
    number: ledger.nextNumber(),
    chat,
    at: ledger.at,
    teamId: team?.id ?? null,
    ...opening,
    ...(why ? { data: why } : {}),
  });
  const ticket = ledger.apply(opened);
  return match ? follow(ledger, ticket, match, bots !== null) : ticket;
}

const rules = ({ teams }: House, match: RuleMatch | null): Team | null => teamNow(match?.rule.then.teamId ?? null, teams);

const channels = (house: House, channelId: string): Team | null => teamNow(channelIn(house, channelId)?.teamId ?? null, house.teams);
