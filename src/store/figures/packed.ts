import { columnsOfFacts, dayOf, PACKED, type Packed, type PackedDay, packed } from '../../domain/figures/packing';
import type { FigurePackedReads, FigurePackedTx, Fold, SummaryReads } from '../../ports/store';
import type { Database } from '../database';
import { decode, selected } from '../rows';
import { PACKED_DAYS } from '../schema';
import { among, type Work } from '../work';

/** Where the first of each is found, from an index. */
const firstFact = (kind: string): string => `select min(at) as first from figure_facts where kind = '${kind}'`;
const FIRST: Readonly<Record<Packed, string>> = {
  new: firstFact('new'),
  answered: firstFact('answered'),
  closed: firstFact('closed'),
  reopened: firstFact('reopened'),
  messages: 'select min(quarter) as first from message_counts',
  talks: 'select min(startedAt) as first from bot_talks',
};

export function packedReads({ query }: Database): FigurePackedReads & Pick<SummaryReads, 'packedDays'> {
  return {
    async packedDays(of, { from, to }) {
      const { rows } = await query(
        `select ${selected(PACKED_DAYS, 'p')} from packed_days p where p.\`of\` = ? and p.day >= ? and p.day < ? order by p.day, p.batch, p.part`,
        [of, from, to],
      );
      return rows.map((row) => decode(PACKED_DAYS, row));
    },
    async packing() {
      const { rows } = await query('select `of`, day, count(distinct batch) as folds from packed_days group by `of`, day');
      const days = new Map(PACKED.map((of) => [of, new Map<number, number>()]));
      for (const { of, day, folds } of rows) days.get(of as Packed)?.set(day as number, Number(folds));
      const firstOf = async (of: Packed) => ((await query(FIRST[of])).rows[0]?.first ?? null) as number | null;
      return Promise.all(PACKED.map(async (of) => ({ of, first: await firstOf(of), days: days.get(of) as Map<number, number> })));
    },
  };
}

export const packedIn = (work: Work): FigurePackedTx => ({
  async savePacked(days) {
    await dropPacked(work, days);
    await work.bulk.insert(PACKED_DAYS, days);
  },
  dropPacked: (days) => dropPacked(work, days),
});

interface Day {
  readonly of: Packed;
  readonly day: number;
}

/** Whoever changes what lies in packed days has them read row by row from then on, until they are packed anew. */
export async function dropPacked({ query, dialect }: Work, days: readonly Day[]): Promise<void> {
  for (const of of PACKED) {
    const its = new Set(days.filter((one) => one.of === of).map(({ day }) => day));
    if (its.size === 0) continue;
    const those = among(dialect, [...its]);
    await query(`delete from packed_days where \`of\` = ? and day ${those.sql}`, [of, those.value]);
  }
}

/** Drops the days of all facts of these tickets, as they are now. */
export async function dropPackedOf(work: Work, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const those = among(work.dialect, ticketIds);
  const { rows } = await work.query(`select kind, at from figure_facts where ticketId ${those.sql}`, [those.value]);
  await dropPacked(
    work,
    rows.map(({ kind, at }) => ({ of: kind as Packed, day: dayOf(at as number) })),
  );
}

/**
 * Packed days after a fold: its facts are added to them, for first answers count on the day of their ticket; counts of messages
 * and talks change in place, so those days are dropped. To be called before the facts are written. No day is packed that is not
 * over by the clock of the newest trace: most folds have nothing to do here.
 */
export async function addToPacked(work: Work, { folded, facts, messages, talks }: Fold): Promise<void> {
  const today = dayOf(folded.at);
  const changed = [
    ...messages.map(({ quarter }) => ({ of: 'messages' as const, day: dayOf(quarter) })),
    ...talks.map(({ startedAt }) => ({ of: 'talks' as const, day: dayOf(startedAt) })),
  ];
  await dropPacked(
    work,
    changed.filter(({ day }) => day < today),
  );
  await addFacts(
    work,
    folded.batch,
    facts.filter(({ at }) => dayOf(at) < today),
  );
}

async function addFacts(work: Work, batch: number, facts: Fold['facts']): Promise<void> {
  if (facts.length === 0) return;
  const [are, news] = [await packedAmong(work, facts), await newAmong(work, facts)];
  const days = new Map<string, Fold['facts'][number][]>();
  for (const fact of facts) {
    const day = `${fact.kind} ${dayOf(fact.at)}`;
    if (are.has(day) && news(fact)) days.set(day, [...(days.get(day) ?? []), fact]);
  }
  const added = [...days.values()].flatMap((its): PackedDay[] => {
    const { kind, at } = its[0] as (typeof its)[number];
    const day = dayOf(at);
    return packed([columnsOfFacts(kind, day, its)], day).map((bytes, part) => ({ of: kind, day, batch, part, bytes }));
  });
  await work.bulk.insert(PACKED_DAYS, added);
}

async function packedAmong({ query, dialect }: Work, facts: Fold['facts']): Promise<Set<string>> {
  const [kinds, days] = [
    among(dialect, [...new Set(facts.map(({ kind }) => kind))]),
    among(dialect, [...new Set(facts.map(({ at }) => dayOf(at)))]),
  ];
  const { rows } = await query(`select distinct \`of\`, day from packed_days where \`of\` ${kinds.sql} and day ${days.sql}`, [
    kinds.value,
    days.value,
  ]);
  return new Set(rows.map(({ of, day }) => `${of} ${day}`));
}

/** Facts that are there already stay as they are. */
async function newAmong({ query, dialect }: Work, facts: Fold['facts']): Promise<(fact: Fold['facts'][number]) => boolean> {
  const those = among(
    dialect,
    facts.map(({ traceId }) => traceId),
  );
  const { rows } = await query(`select traceId, kind from figure_facts where traceId ${those.sql}`, [those.value]);
  const known = new Set(rows.map(({ traceId, kind }) => `${traceId} ${kind}`));
  return ({ traceId, kind }) => !known.has(`${traceId} ${kind}`);
}
