import { parseDuration } from '../../src/domain/duration';
import { useDrawnAt } from '../parts/use-drawn-at';
import { useCounts } from './counts';
import { useWorkspace } from './workspace';

/** Whether the oldest ticket of the queue has waited longer than the setting for its alarm, from that very moment on. */
export function useQueueIsLate(): boolean {
  const { queueAlarmAfter } = useWorkspace().routing;
  const since = useCounts()?.oldestInQueueSince ?? null;
  const most = queueAlarmAfter === null ? null : parseDuration(queueAlarmAfter);
  const at = since !== null && typeof most === 'number' ? Date.parse(since) + most : null;
  useDrawnAt(at);
  return at !== null && Date.now() > at;
}
