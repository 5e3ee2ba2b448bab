import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Channel } from '../../../api/types';
import { onLive } from '../../../live/link';
import { ProblemLine } from '../../../parts/problem-line';
import { useWords } from '../../../words';
import { FactList } from './fact-list';
import '../webhook.css';
import './health.css';
import { History } from './history';
import { healthQuery } from './queries';
import { StateCard } from './state-card';

/** How the channel is, what is wrong and what to do, what that is judged by, and how it was before. */
export function HealthTab({ channel }: { readonly channel: Channel }) {
  const { health: words } = useWords();
  const { data: health, error } = useQuery(healthQuery(channel.id));
  useTurns(channel.id);
  return (
    <>
      {error ? <ProblemLine error={error} what={words.notLoaded} /> : null}
      {health ? (
        <div className="healthtwo">
          <div className="stack">
            <StateCard channel={channel} health={health} />
            <History turns={health.history} />
          </div>
          <FactList facts={health.facts} />
        </div>
      ) : null}
    </>
  );
}

/** Reads it anew when the desk has judged it otherwise. */
function useTurns(channelId: string): void {
  const queries = useQueryClient();
  useEffect(
    () => onLive('channel.health_changed', () => void queries.invalidateQueries({ queryKey: healthQuery(channelId).queryKey })),
    [queries, channelId],
  );
}
