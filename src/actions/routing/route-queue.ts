import { isOnline } from '../../domain/agent';
import { type Candidate, hasRoom } from '../../domain/eligible';
import { isOpenAt } from '../../domain/hours';
import { route } from '../../domain/routing';
import { hoursOfTeam, teamsGone } from '../../domain/team';
import type { Instant } from '../../domain/ticket';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { policyFor } from '../rules';
import { transact } from '../transact';
import { isManual, routeWithin, waits } from './route-tickets';

const FIRST_LOOK = 50;
const FURTHER_LOOKS = 500;
/** A transaction locks no more than these. */
const AT_ONCE = 50;
const MOST_TRIES = 3;

interface Seen {
  readonly tickets: number;
  /** Chats whose tickets somebody could have, as far as can be seen without a lock. */
  readonly chatIds: readonly string[];
}

/**
 * Looks through the queue and gives away what it can, until nothing moves. What is looked at is not locked, and only what
 * somebody could have is decided again with it and the agents locked: exact under any number of instances.
 */
export async function routeQueue(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  let [total, skip, tries] = [0, 0, 0];
  const broken = new Set<string>();
  do {
    const { tickets, chatIds } = await look(desk, skip, broken);
    if (tickets === 0) break;
    const given = await giveAway(desk, chatIds.slice(0, AT_ONCE), broken);
    total += given;
    tries = given === 0 && chatIds.length > 0 ? tries + 1 : 0;
    if (chatIds.length > 0 && tries < MOST_TRIES) continue;
    skip += tickets;
    tries = 0;
  } while (await goOn());
  return total;
}

async function look(desk: Desk, skip: number, broken: ReadonlySet<string>): Promise<Seen> {
  const house = await desk.house.refresh();
  const [around, now] = [await desk.store.reads.agentsAtWork(), desk.clock.now()];
  const teams = teamsWithRoom(house, around, now);
  if (teams.length === 0) return { tickets: 0, chatIds: [] };
  const queued = await desk.store.reads.queued({
    exceptChannels: house.channels.filter(({ id }) => isManual(policyFor(house, id))).map(({ id }) => id),
    teams,
    limit: skip === 0 ? FIRST_LOOK : FURTHER_LOOKS,
    skip,
  });
  const sound = queued.filter(({ ticket }) => !broken.has(ticket.chatId));
  const waiting = sound.map((one) => ({ ...one, policy: policyFor(house, one.ticket.channelId) }));
  const chatOf = new Map(queued.map(({ ticket }) => [ticket.id, ticket.chatId]));
  const { given } = route(waiting, around, now);
  return { tickets: queued.length, chatIds: given.map(({ ticketId }) => chatOf.get(ticketId) as string) };
}

/** Whose tickets could go to somebody now; null stands for tickets of no team, and a team that is gone has none. */
function teamsWithRoom(house: House, around: readonly Candidate[], now: Instant): (string | null)[] {
  const policy = policyFor(house, '');
  const free = around.filter((one) => isOnline(one.agent) && hasRoom(one, policy)).map(({ agent }) => agent);
  if (free.length === 0) return [];
  const gone = teamsGone(house.teams);
  const open = [...policy.teams.values()].filter(
    (team) => free.some(({ teamIds }) => teamIds.includes(team.id)) && isOpenAt(hoursOfTeam(team, policy.settings), now),
  );
  return [...(isOpenAt(hoursOfTeam(null, policy.settings), now) ? [null, ...gone] : []), ...open.map(({ id }) => id)];
}

/**
 * In one transaction for all; when it fails, in one for each, so that a single bad ticket holds nobody up: it is among the
 * `broken` then. Throws when the database does not answer, which is no ticket's fault.
 */
async function giveAway(desk: Desk, chatIds: readonly string[], broken: Set<string>): Promise<number> {
  if (chatIds.length === 0) return 0;
  try {
    return await giveTogether(desk, chatIds);
  } catch (error) {
    await desk.store.ping();
    const [chatId, ...others] = chatIds;
    if (chatId !== undefined && others.length === 0) {
      desk.log.error('a ticket could not be routed', { chatId, cause: String(error) });
      broken.add(chatId);
      return 0;
    }
    let given = 0;
    for (const one of chatIds) given += await giveAway(desk, [one], broken);
    return given;
  }
}

/** Locks the tickets, then the agents, and decides anew. */
function giveTogether(desk: Desk, chatIds: readonly string[]): Promise<number> {
  return transact(desk, async (tx, ledger) => {
    ledger.take(await tx.hold(chatIds));
    const tickets = chatIds.flatMap((id) => (ledger.has(id) ? (ledger.openIn(id) ?? []) : [])).filter(waits);
    return routeWithin(ledger, tickets, await tx.agentsAround());
  });
}
