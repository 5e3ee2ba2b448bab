import { changesOf, together } from '../../domain/figures/counts';
import { seconds } from '../../domain/figures/durations';
import type { FigureCount } from '../../domain/figures/kept';
import { rankOf, standingAt, windowAt } from '../../domain/figures/ranks';
import { isTheirs, type Ranks, type Stood, type Whose } from '../../domain/figures/stood';
import type { Stand } from '../../domain/figures/trace';
import { type Passing, passing, type Step, stepsOf } from '../../domain/figures/uncounted';
import { type Instant, OPEN_STATUSES } from '../../domain/ticket';
import type { House, SinceAsked } from '../../ports/store';
import type { Desk } from '../desk';
import { standingNow } from './standing-now';

const SHARES = [0.5, 0.9] as const;
/** Between reading how many there are and since when, somebody may fold: then both are read again. */
const LOOKS = 3;

/** How tickets stand at this moment, by what is counted and what is not yet: never counted from scratch, and nothing is waited for. */
export async function stagesNow(desk: Desk, whose: Whose): Promise<Stood> {
  for (let look = 1; ; look++) {
    const { batch } = await desk.store.reads.folded();
    const stood = await standing(desk, whose);
    if (look === LOOKS || (await desk.store.reads.folded()).batch === batch) return stood;
  }
}

async function standing(desk: Desk, whose: Whose): Promise<Stood> {
  const house = desk.house.current();
  const { counts: kept, traces, behind } = await standingNow(desk);
  // Read after them: none of them has come since.
  const at = desk.clock.now();
  const steps = stepsOf(traces);
  const theirs = isTheirs(whose);
  const all = together(kept, changesOf(steps)).filter(theirs);
  const groups = groupsOf(house, [...kept.filter(theirs), ...all]);
  const ranks = behind ? [] : await ranksOf(desk, { groups, counts: all, steps, whose, at });
  return {
    at,
    counts: all.map((count) => ({ ...count, stage: stageNow(house, count.stage) })),
    stages: new Map(groups.flatMap(({ stage }, place) => (stage ? [[stage, ranks[place] ?? NONE] as const] : []))),
    statuses: new Map(groups.flatMap(({ status }, place) => (status ? [[status, ranks[place] ?? NONE] as const] : []))),
  };
}

const NONE: Ranks = { median: null, p90: null };

/** Tickets of a deleted stage count as open. */
export const stageNow = ({ stages }: Pick<House, 'stages'>, key: string): string =>
  stages.some((stage) => stage.key === key && stage.deletedAt === null) ? key : 'open';

/** Tickets that are ranked among each other. */
interface Group {
  readonly of: SinceAsked['of'];
  readonly stage?: string;
  readonly status?: (typeof OPEN_STATUSES)[number];
  readonly isIn: (standing: Pick<FigureCount, 'status' | 'stage'>) => boolean;
  readonly since: (stand: Stand) => Instant;
}

function groupsOf(house: House, counts: readonly FigureCount[]): Group[] {
  const open = counts.filter(({ status }) => status !== 'closed');
  const keys = new Map<string, Set<string>>();
  for (const { stage } of open) keys.set(stageNow(house, stage), (keys.get(stageNow(house, stage)) ?? new Set()).add(stage));
  return [
    ...[...keys].map(
      ([stage, of]): Group => ({
        of: { stages: [...of] },
        stage,
        isIn: (one) => of.has(one.stage),
        since: ({ stageSince }) => stageSince,
      }),
    ),
    ...OPEN_STATUSES.map(
      (status): Group => ({
        of: { status },
        status,
        isIn: (one) => one.status === status,
        since: ({ statusSince }) => statusSince,
      }),
    ),
  ];
}

interface Around {
  readonly groups: readonly Group[];
  readonly counts: readonly FigureCount[];
  readonly steps: readonly Step[];
  readonly whose: Whose;
  readonly at: Instant;
}

async function ranksOf({ store }: Desk, { groups, counts, steps, whose, at }: Around): Promise<Ranks[]> {
  const theirs = isTheirs(whose);
  const looks = groups.flatMap(({ of, isIn, since }) => {
    const moves = passing(steps, (one) => theirs(one) && isIn(one), since);
    const n = counts.reduce((tickets, count) => tickets + (isIn(count) ? count.tickets : 0), 0);
    return SHARES.map((share) => lookAt(rankOf(share, n), n, moves, { of, whose }));
  });
  const lists = await store.reads.sinceWhen(looks.map(({ asked }) => asked));
  const values = looks.map(({ place, asked, moves, n }, nth) => {
    const since = n === 0 ? null : standingAt({ place, window: asked, read: lists[nth] ?? [], ...moves });
    return since === null ? null : Math.max(0, seconds(at) - seconds(since));
  });
  return groups.map((_, nth): Ranks => ({ median: values[2 * nth] ?? null, p90: values[2 * nth + 1] ?? null }));
}

const lookAt = (place: number, n: number, moves: Passing, asked: Pick<SinceAsked, 'of' | 'whose'>) => ({
  place,
  n,
  moves,
  asked: { ...asked, ...(n === 0 ? { from: 0, length: 0 } : windowAt(place, moves.gone.length, moves.come.length)) },
});
