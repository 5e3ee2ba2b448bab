import { useMutation } from '@tanstack/react-query';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { useSetPresence } from './me';

/** Said to somebody whom the desk set offline while they were gone, until they say where they stand. */
export function DroppedStrip() {
  const { presence } = useWords().shell;
  const { me } = useWorkspace();
  const { moment } = useTimes();
  const set = useSetPresence();
  const saying = useMutation({ mutationFn: (now: 'online' | 'offline') => set(now) });
  return (
    <>
      {saying.error ? <ProblemLine error={saying.error} what={presence.notSet} /> : null}
      <div className="bannerline warn" role="status">
        <Icon name="offline" />
        <span className="grow">
          <b>{presence.droppedAt(moment(me.presenceSince, Date.now()))}</b> {presence.dropped}
        </span>
        <button type="button" className="btn small" disabled={saying.isPending} onClick={() => saying.mutate('offline')}>
          {presence.stayOffline}
        </button>
        <button type="button" className="btn small go" disabled={saying.isPending} onClick={() => saying.mutate('online')}>
          {presence.goOnline}
        </button>
      </div>
    </>
  );
}
