import type { Reads } from '../../ports/store';

export type Named = { readonly id: string; readonly name: string };

/** Who these ids are, in one query; removed agents keep their names. */
export async function namesOf(
  reads: Pick<Reads, 'agentsByIds'>,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string | null) => Named | null> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  const agents = wanted.length > 0 ? await reads.agentsByIds(wanted) : [];
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : { id, name: names.get(id) ?? '' });
}
