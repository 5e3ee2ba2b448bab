import { type FactRow, factRows } from './fact-rows';
import type { Facts } from './queries';
import { useSaying } from './use-saying';

export function useFactRows(facts: Facts): readonly FactRow[] {
  const { health, moment, nameOf } = useSaying();
  return factRows(facts, { words: health.facts, moment, nameOf: (channelId) => nameOf(channelId) ?? channelId });
}
