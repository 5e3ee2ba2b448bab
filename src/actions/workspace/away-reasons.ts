import type { AwayReason } from '../../domain/agent';
import { reasonsFrom } from '../../domain/away-reasons';
import { invalid } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { Desk } from '../desk';
import { transact } from '../transact';

interface Asked {
  readonly reasons: readonly { readonly key?: string; readonly name: string }[];
}

/** The list of reasons for being away, in place of the former. What people are away for at the moment stays as they said it. */
export async function setAwayReasons(desk: Desk, { reasons }: Asked): Promise<readonly AwayReason[]> {
  const kept = await transact(desk, async (tx) => {
    const named = reasons.map(({ key, name }) => ({ key, name: clean(name) }));
    const made = reasonsFrom(named, (await tx.house()).awayReasons);
    if ('path' in made) throw invalid(made.path, made.message);
    await tx.saveList('awayReasons', made);
    return made;
  });
  await desk.house.refresh();
  return kept;
}
