import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionRowJson } from '../../../src/http/schemas/account';
import { ask, get } from '../../api/ask';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { Row } from '../row';
import { browserNames } from './browser-name';

export const sessionsKey = ['me', 'sessions'] as const;

/** Where somebody is signed in; each but this one can be ended from here. */
export function Sessions() {
  const { security, sessions: words } = useWords().account;
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => get<{ data: SessionRowJson[] }>('/me/sessions', signal),
  });
  const ending = useMutation({
    mutationFn: (id: string | null) => ask('DELETE', id === null ? '/me/sessions' : `/me/sessions/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
  const sessions = [...(data?.data ?? [])].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <Row id="pref-sessions" label={words.title}>
      {error ? <ProblemLine error={error} what={security.notRead} /> : null}
      {ending.error ? <ProblemLine error={ending.error} what={words.notEnded} /> : null}
      <ul className="sessionlist" aria-labelledby="pref-sessions">
        {sessions.map((session) => (
          <Session key={session.id} session={session} busy={ending.isPending} onEnd={() => ending.mutate(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <button type="button" className="btn" disabled={ending.isPending} onClick={() => ending.mutate(null)}>
          {words.endOthers}
        </button>
      ) : null}
    </Row>
  );
}

interface SessionProps {
  readonly session: SessionRowJson;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function Session({ session: { current, browser, address, createdAt, seenAt }, busy, onEnd }: SessionProps) {
  const { sessions: words } = useWords().account;
  const times = useTimes();
  const now = useMinute();
  const names = browserNames(browser);
  const name = names.browser && names.system ? words.on(names.browser, names.system) : (names.browser ?? browser ?? words.unknown);
  const facts = [
    address ? words.from(address) : null,
    seenAt ? words.seen(times.ago(seenAt, now)) : words.since(times.ago(createdAt, now)),
  ];
  return (
    <li>
      <span className="grow">
        <span className="cut block" title={browser ?? undefined}>
          <bdi>{name}</bdi> {current ? <span className="count">{words.here}</span> : null}
        </span>
        <span className="sm mute block">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      {current ? null : (
        <button type="button" className="btn small" disabled={busy} aria-label={words.endOf(name)} onClick={onEnd}>
          {words.end}
        </button>
      )}
    </li>
  );
}
