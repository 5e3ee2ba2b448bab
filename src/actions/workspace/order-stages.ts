import { invalid } from '../../domain/errors';
import type { Stage } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

/** Puts the stages in this order; every live stage is named exactly once. */
export async function orderStages(desk: Desk, { keys }: { readonly keys: readonly string[] }): Promise<Stage[]> {
  await transact(desk, async (tx) => {
    const live = (await tx.house()).stages.filter(({ deletedAt }) => deletedAt === null);
    const named = new Set(keys);
    if (named.size !== keys.length || live.length !== keys.length || live.some(({ key }) => !named.has(key)))
      throw invalid('keys', 'name every stage exactly once');
    for (const stage of live) await tx.saveStage({ ...stage, position: keys.indexOf(stage.key) + 1 });
  });
  const { stages } = await desk.house.refresh();
  return stages.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => a.position - b.position);
}
