import { ranksOf } from '../../domain/figures/standing';
import type { Stood, Whose } from '../../domain/figures/stood';
import { type Instant, OPEN_STATUSES } from '../../domain/ticket';
import type { House, Staff } from '../../ports/store';
import type { Desk } from '../desk';
import { type DrawnBy, sinceBy } from './board-at';
import { agentsAt } from './former';
import { stateAt } from './state-at';

/** How tickets stood at a moment, and what things were called then. */
export interface StagesThen {
  readonly stood: Stood;
  readonly house: House;
  readonly staff: readonly (Pick<Staff, 'id' | 'name' | 'removedAt'> & { readonly presence: null })[];
}

/** The same figures as of now, as they were at a moment. */
export async function stagesAt(desk: Desk, at: Instant, whose: Whose): Promise<StagesThen> {
  const { house, open, counts } = await stateAt(desk, at, whose);
  const ranks = (by: DrawnBy, key: string) =>
    ranksOf(
      open.filter((stand) => stand[by] === key).map((stand) => sinceBy(by, stand)),
      at,
    );
  const live = house.stages.filter(({ deletedAt }) => deletedAt === null);
  const ids = (await desk.store.reads.staff()).map(({ id }) => id);
  const staff = (await agentsAt(desk, at, ids)).filter(({ createdAt }) => createdAt <= at);
  return {
    stood: {
      at,
      counts,
      stages: new Map(live.map(({ key }) => [key, ranks('stage', key)])),
      statuses: new Map(OPEN_STATUSES.map((status) => [status, ranks('status', status)])),
    },
    house: { ...house, stages: live },
    staff: staff.map(({ id, name, removedAt }) => ({ id, name, removedAt, presence: null })),
  };
}
