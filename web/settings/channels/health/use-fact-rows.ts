import { useWorkspace } from '../../../api/workspace';
import { useMinute } from '../../../parts/now';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';
import { type FactRow, factRows } from './fact-rows';
import type { Facts } from './queries';

export function useFactRows(facts: Facts): readonly FactRow[] {
  const { health } = useWords();
  const { channels } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  return factRows(facts, {
    words: health.facts,
    moment: (at) => times.moment(at, now),
    nameOf: (channelId) => channels.find(({ id }) => id === channelId)?.name ?? channelId,
  });
}
