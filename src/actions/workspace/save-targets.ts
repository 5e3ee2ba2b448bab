import { type Target, targetErrors } from '../../domain/targets';
import { teamsNow } from '../../domain/team';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeRight } from './change-settings';

/** The whole list in place of the former; open tickets get their new due times with the next look of the desk. */
export async function saveTargets(desk: Desk, { targets }: { readonly targets: readonly Target[] }): Promise<readonly Target[]> {
  await transact(desk, async (tx) => {
    const { teams } = await tx.house();
    const live = new Set(teamsNow(teams).map(({ id }) => id));
    mustBeRight(targetErrors(targets, live));
    await tx.saveList('targets', targets);
  });
  return (await desk.house.refresh()).targets;
}
