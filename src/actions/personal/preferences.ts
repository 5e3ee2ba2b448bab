import { DEFAULT_PREFERENCES, type Preferences } from '../../domain/preferences';
import { cleanDeep } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

type Whose = Pick<Person, 'id'>;

/** How this person likes the web app; what they never chose is the default. */
export async function preferencesOf(desk: Desk, { id }: Whose): Promise<Preferences> {
  return { ...DEFAULT_PREFERENCES, ...(await desk.store.reads.preferences(id)) };
}

/** Merges a change by key; only what was chosen is kept, so that a default may still change. */
export function changePreferences(desk: Desk, { by, patch }: { readonly by: Whose; readonly patch: Partial<Preferences> }) {
  return transact(desk, async (tx): Promise<Preferences> => {
    const chosen = { ...(await tx.preferences(by.id)), ...cleanDeep(patch) };
    await tx.savePreferences(by.id, chosen);
    return { ...DEFAULT_PREFERENCES, ...chosen };
  });
}
