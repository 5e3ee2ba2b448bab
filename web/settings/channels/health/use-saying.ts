import { useWorkspace } from '../../../api/workspace';
import { useMinute } from '../../../parts/now';
import { useWords } from '../../../words';
import { useTimes } from '../../../words/times';

/** The words of this page, moments as the reader says them, and the names of channels that are still there. */
export function useSaying() {
  const { health } = useWords();
  const { channels } = useWorkspace();
  const times = useTimes();
  const now = useMinute();
  return {
    health,
    moment: (at: string): string => times.moment(at, now),
    nameOf: (channelId: string): string | undefined => channels.find(({ id }) => id === channelId)?.name,
  };
}
