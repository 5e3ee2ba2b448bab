import { Refusal } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { House, Stage } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeNew } from './add-stage';

/** Renames or colours an intermediate stage; system stages stay as they are (`system_stage`). */
export async function updateStage(
  desk: Desk,
  { key, name, color }: { readonly key: string; readonly name?: string; readonly color?: string },
): Promise<Stage> {
  const updated = await transact(desk, async (tx) => {
    const house = await tx.house();
    const stage = ownStage(house, key);
    if (name !== undefined) mustBeNew(house, name, key);
    const changed = { ...stage, name: name === undefined ? stage.name : clean(name), color: color ?? stage.color };
    await tx.saveStage(changed);
    return changed;
  });
  await desk.house.refresh();
  return updated;
}

/** A live intermediate stage; `not_found`, or `system_stage` for one that the desk sets. */
export function ownStage(house: House, key: string): Stage {
  const stage = house.stages.find((one) => one.key === key && one.deletedAt === null);
  if (!stage) throw new Refusal('not_found', 'There is no such stage.');
  if (stage.system) throw new Refusal('system_stage', `The stage ${stage.name} is set by the desk and can’t be renamed or deleted.`);
  return stage;
}
