import { parseDuration } from '../../src/domain/duration';
import { useMinute } from '../parts/now';
import { useCounts } from './counts';
import { useWorkspace } from './workspace';

/** Whether the oldest ticket of the queue has waited longer than the setting for its alarm. */
export function useQueueIsLate(): boolean {
  const { queueAlarmAfter } = useWorkspace().routing;
  const since = useCounts()?.oldestInQueueSince ?? null;
  const now = useMinute();
  const most = queueAlarmAfter === null ? null : parseDuration(queueAlarmAfter);
  return since !== null && typeof most === 'number' && now - Date.parse(since) > most;
}
