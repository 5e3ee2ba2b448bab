import { RESOURCES, SCOPES } from '../../../src/domain/access';

export type Resource = keyof typeof RESOURCES;

/** What can be ticked, in the order of the table of the desk. */
export const ROWS = (Object.keys(RESOURCES) as Resource[]).map((resource) => ({
  resource,
  ways: RESOURCES[resource].scopes as readonly ('read' | 'write')[],
}));

/** The scopes after one box was ticked or cleared: who may change may read, as far as there is something to read. */
export function ticked(scopes: readonly string[], scope: string, isOn: boolean): string[] {
  const [resource] = scope.split(':');
  const along = isOn ? [scope, `${resource}:read`] : [scope, ...(scope.endsWith(':read') ? [`${resource}:write`] : [])];
  const now = new Set(scopes);
  for (const one of along)
    if (isOn) now.add(one);
    else now.delete(one);
  return SCOPES.filter((one) => now.has(one));
}

/** When a token ends, as it is chosen. */
export const ENDINGS = { P30D: 30, P90D: 90, P365D: 365, never: null } as const;
export type Ending = keyof typeof ENDINGS;

const DAY = 86_400_000;

export const endOf = (ending: Ending, now: number): string | null => {
  const days = ENDINGS[ending];
  return days === null ? null : new Date(now + days * DAY).toISOString();
};
