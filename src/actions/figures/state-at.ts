import type { FigureCount } from '../../domain/figures/kept';
import { countsAfter, type Gone, type Move, placed, type Standing, standingAfter } from '../../domain/figures/standing';
import { isTheirs, type Whose } from '../../domain/figures/stood';
import { teamsGone } from '../../domain/team';
import type { Instant } from '../../domain/ticket';
import type { Base, House } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { countToNow } from './catch-up';
import { houseAt } from './former';

/** Every ticket as it stood at a moment: the open ones one by one, and how many of all stood alike. */
export interface StateThen {
  readonly at: Instant;
  /** The stages, teams, channels and settings then. */
  readonly house: House;
  readonly open: readonly Standing[];
  readonly counts: readonly FigureCount[];
}

/** A snapshot that was dropped while it was read is left for an older one. */
const ATTEMPTS = 5;

/** From the newest snapshot up to then, and what happened since. What was deleted by then counts as `open`, and as no team. */
export async function stateAt(desk: Desk, at: Instant, whose: Whose = {}): Promise<StateThen> {
  await countToNow(desk);
  const house = await houseAt(desk, at);
  const gone = goneIn(house);
  const { open, counts } = await readState(desk, at);
  const theirs = <S extends Standing | FigureCount>(all: readonly S[]): S[] => all.map((one) => placed(one, gone)).filter(isTheirs(whose));
  return { at, house, open: theirs(open), counts: theirs(counts) };
}

export const goneIn = ({ stages, teams }: House): Gone => ({
  stages: new Set(stages.filter(({ deletedAt }) => deletedAt !== null).map(({ key }) => key)),
  teams: new Set(teamsGone(teams)),
});

async function readState(desk: Desk, at: Instant): Promise<{ open: Standing[]; counts: FigureCount[] }> {
  const { reads } = desk.store;
  for (let attempt = 1; ; attempt++) {
    const base = await reads.baseOf(at);
    const before = base.at === null ? [] : await partsOf(desk, base.at);
    const moves = await movesSince(desk, base, at);
    if (base.at !== null && attempt < ATTEMPTS && !(await reads.hasSnapshot(base.at))) continue;
    const open = [...standingAfter(before, moves).values()];
    return { open, counts: countsAfter(base.counts, moves, open) };
  }
}

/** Both are read in slices of some milliseconds, for on SQLite everybody else waits so long. */
const PARTS = 8;
const FOLDS = 16;

async function partsOf({ store: { reads } }: Desk, at: Instant): Promise<Standing[]> {
  const all: Standing[][] = [];
  for (;;) {
    const parts = await reads.snapshotParts(at, all.length, PARTS);
    all.push(...parts);
    if (parts.length < PARTS) return all.flat();
    await giveWay();
  }
}

async function movesSince({ store: { reads } }: Desk, { at, after, upTo }: Base, until: Instant): Promise<Move[]> {
  const all: Move[][] = [];
  for (let from = after; from < upTo; from += FOLDS) {
    const during = { after: at ?? 0, upTo: until };
    all.push(await reads.movesIn({ after: from, upTo: Math.min(upTo, from + FOLDS) }, during));
    await giveWay();
  }
  return all.flat();
}
