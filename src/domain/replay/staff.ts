import type { PresenceSpell, Role } from '../agent';
import type { Instant } from '../ticket';
import type { Leaving, Staff } from './record';

/** An agent, removed ones too, with the spells of their presence, oldest first. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
  readonly spells: readonly Pick<PresenceSpell, 'presence' | 'from' | 'to'>[];
}

/** Who was there when. Of who has no spell yet at a moment nothing is known: they count as there. */
export function staffOf(members: readonly Member[]): Staff {
  const all = new Map(members.map((one) => [one.id, one]));
  const arrivals = members
    .flatMap(({ spells }) => spells.flatMap(({ presence, from }) => (presence === 'online' ? [from] : [])))
    .sort((a, b) => a - b);
  const isOnline = (id: string, at: Instant): boolean => {
    const member = all.get(id);
    if (!member || (member.removedAt !== null && at >= member.removedAt)) return false;
    const spell = member.spells[placeOf(member.spells, at)];
    return spell
      ? spell.presence === 'online' && (spell.to === null || at < spell.to)
      : member.spells.length > 0 && at < (member.spells[0]?.from ?? 0) && at > member.createdAt;
  };
  return {
    roleOf: (id) => all.get(id)?.role ?? null,
    isOnline,
    leavingAfter: (id, at) => leavingAfter(all.get(id), at),
    onlineAt: (at, teamId) =>
      members.filter(({ id, teamIds }) => (teamId === null || teamIds.includes(teamId)) && isOnline(id, at)).map(({ id }) => id),
    nextOnline: (at) => arrivals[firstAfter(arrivals, at)] ?? null,
  };
}

function leavingAfter(member: Member | undefined, at: Instant): Leaving | null {
  if (!member) return null;
  const { id: agentId, spells, removedAt } = member;
  const place = placeOf(spells, at) + 1;
  const next = spells.slice(place).find(({ presence }) => presence !== 'online');
  const removal = removedAt !== null && removedAt > at ? ({ agentId, presence: 'removed', at: removedAt } as const) : null;
  if (!next || (removal && removal.at <= next.from)) return removal;
  return { agentId, presence: next.presence as Leaving['presence'], at: next.from };
}

/** Of the last spell that has begun by a moment; -1 before all of them. */
const placeOf = (spells: Member['spells'], at: Instant): number =>
  firstAfter(
    spells.map(({ from }) => from),
    at,
  ) - 1;

function firstAfter(moments: readonly Instant[], at: Instant): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as Instant) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
