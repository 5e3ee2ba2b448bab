import { Refusal } from '../../domain/errors';
import { keyFor } from '../../domain/key';
import { clean } from '../../domain/text';
import type { House, Stage } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

/** A new intermediate stage, last in order. Its key comes from its name and never changes. */
export async function addStage(desk: Desk, { name, color }: { readonly name: string; readonly color: string }): Promise<Stage> {
  const stage = await transact(desk, async (tx) => {
    const house = await tx.house();
    mustBeNew(house, name);
    const made: Stage = {
      // Deleted ones included: their key is in the tickets' stories.
      key: keyFor(name, new Set(house.stages.map(({ key }) => key)), 'stage'),
      name: clean(name),
      color,
      system: false,
      position: 1 + Math.max(0, ...house.stages.map(({ position }) => position)),
      deletedAt: null,
    };
    await tx.addStage(made);
    return made;
  });
  await desk.house.refresh();
  return stage;
}

/** Two live stages of one name could not be told apart. */
export function mustBeNew(house: House, name: string, exceptKey?: string): void {
  const same = (stage: Stage) =>
    stage.deletedAt === null && stage.key !== exceptKey && stage.name.toLowerCase() === clean(name).trim().toLowerCase();
  if (house.stages.some(same)) throw new Refusal('already_exists', `There is a stage named ${name} already.`);
}
