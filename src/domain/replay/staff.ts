import type { PresenceSpell, Role } from '../agent';
import type { Instant } from '../ticket';
import type { Leaving, Staff, Stretch } from './record';

/** An agent, removed ones too, with the spells of their presence, oldest first. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
  readonly spells: readonly Pick<PresenceSpell, 'presence' | 'from' | 'to'>[];
}

type Spell = Member['spells'][number];

/** Who was there when. Of who has no spell yet at a moment nothing is known: they count as there. */
export function staffOf(members: readonly Member[]): Staff {
  const all = new Map(members.map((one) => [one.id, withFirst(one)]));
  const arrivals = [...all.values()].flatMap(({ spells }) => spells.flatMap(({ presence, from }) => (presence === 'online' ? [from] : [])));
  arrivals.sort((a, b) => a - b);
  const isOnline = (id: string, at: Instant): boolean => {
    const spells = all.get(id)?.spells ?? [];
    const spell = spells[placeOf(spells, at)];
    return spell?.presence === 'online' && (spell.to === null || at < spell.to);
  };
  return {
    ids: members.map(({ id }) => id),
    roleOf: (id) => all.get(id)?.role ?? null,
    isOnline,
    onlineFor: (id, during) => onlineFor(all.get(id)?.spells ?? [], during),
    leavingAfter: (id, at) => leavingAfter(all.get(id), at),
    onlineAt: (at, teamId) =>
      members.filter(({ id, teamIds }) => (teamId === null || teamIds.includes(teamId)) && isOnline(id, at)).map(({ id }) => id),
    nextOnline: (at) => arrivals.find((arrival) => arrival > at) ?? null,
  };
}

function withFirst(member: Member): Member {
  const [first] = member.spells;
  if (!first || first.from <= member.createdAt) return member;
  return { ...member, spells: [{ presence: 'online', from: member.createdAt, to: first.from }, ...member.spells] };
}

function onlineFor(spells: readonly Spell[], { from, to }: Stretch): number {
  let sum = 0;
  for (let place = Math.max(0, placeOf(spells, from)); place < spells.length; place++) {
    const spell = spells[place] as Spell;
    if (spell.from >= to) break;
    if (spell.presence === 'online') sum += Math.max(0, Math.min(spell.to ?? to, to) - Math.max(spell.from, from));
  }
  return sum;
}

function leavingAfter(member: Member | undefined, at: Instant): Leaving | null {
  if (!member) return null;
  const { id: agentId, spells, removedAt } = member;
  let place = placeOf(spells, at) + 1;
  while (spells[place]?.presence === 'online') place++;
  const next = spells[place];
  const removal = removedAt !== null && removedAt > at ? ({ agentId, presence: 'removed', at: removedAt } as const) : null;
  if (!next || (removal && removal.at <= next.from)) return removal;
  return { agentId, presence: next.presence as Leaving['presence'], at: next.from };
}

/** Of the last spell that has begun by a moment; -1 before all of them. */
function placeOf(spells: readonly Spell[], at: Instant): number {
  let [low, high] = [0, spells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spells[middle] as Spell).from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
