import type { Named } from '../parts/naming';

/** A word that begins with an `@`, from that up to the caret. */
export interface AtSign {
  readonly from: number;
  readonly asked: string;
}

/** Names have spaces: two words are looked at. */
const WORD = /(?:^|[\s(])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u;

/** What follows the `@` that is being written; null when the caret is elsewhere. */
export function atSignAt(text: string, caret: number): AtSign | null {
  const found = WORD.exec(text.slice(Math.max(0, caret - 84), caret));
  if (!found) return null;
  const asked = found[1] ?? '';
  return { from: caret - asked.length - 1, asked };
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Agents of whom a word begins so, without case and accents; first those whose name does. */
export function agentsMatching<Agent extends Named>(agents: readonly Agent[], asked: string): Agent[] {
  const sought = bare(asked);
  const rank = ({ name }: Agent): number =>
    bare(name).startsWith(sought)
      ? 0
      : bare(name)
            .split(/\s+/)
            .some((word) => word.startsWith(sought))
        ? 1
        : 2;
  return agents.filter((agent) => rank(agent) < 2).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
