import { useMutation, useQuery } from '@tanstack/react-query';
import type { ChannelLineJson } from '../../../src/http/schemas/channel-line';
import { ask } from '../../api/ask';
import type { Channel } from '../../api/types';
import { useMinute } from '../../parts/now';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useTimes } from '../../words/times';
import { lineQuery } from './queries';

// biome-ignore format: a table is read in columns
const LOOKS: Readonly<Record<ChannelLineJson['status'], { readonly dot: string; readonly text: string }>> = {
  starting: { dot: 'away',   text: 'warn-t' },
  pairing:  { dot: 'away',   text: 'warn-t' },
  ready:    { dot: 'online', text: 'good' },
  waiting:  { dot: 'away',   text: 'warn-t' },
  failed:   { dot: 'bad',    text: 'bad-t' },
};

/** The line that the desk holds open to a network: how it is, and the way to begin it anew. */
export function LineCard({ channel }: { readonly channel: Channel }) {
  const { line: words } = useWords().networks;
  const { data: line, error } = useQuery(lineQuery(channel.id));
  return (
    <section className="card">
      <div className="h">
        <h2>{words.title}</h2>
      </div>
      <div className="kv">
        {error ? <ProblemLine error={error} what={words.notLoaded} /> : null}
        {line ? <LineNow line={line} /> : null}
        <Restart channel={channel} />
      </div>
    </section>
  );
}

export function LineNow({ line: { status, code, says, since, retryAt, account } }: { readonly line: ChannelLineJson }) {
  const { line: words } = useWords().networks;
  const times = useTimes();
  const now = useMinute();
  const { dot, text } = LOOKS[status];
  return (
    <div className="field" role="status">
      <span className="row">
        <span className={`state nw ${text}`}>
          <span className={`dot ${dot}`} />
          <b>{words.states[status]}</b>
        </span>
        <span className="sm mute">{words.since(times.moment(since, now))}</span>
        {account ? <bdi className="mono sm">{account}</bdi> : null}
      </span>
      <span className="hint">{(code === null ? null : words.codes[code]) ?? says ?? words.says[status]}</span>
      {retryAt ? <span className="hint">{words.retryAt(times.moment(retryAt, now))}</span> : null}
    </div>
  );
}

function Restart({ channel: { id } }: { readonly channel: Channel }) {
  const { line: words } = useWords().networks;
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => ask('POST', `/channels/${id}/line`, { body: { type: 'restart' } }),
  });
  return (
    <>
      {error ? <ProblemLine error={error} what={words.notRestarted} /> : null}
      <span className="row">
        <button type="button" className="btn" disabled={isPending} onClick={() => mutate()}>
          {words.restart}
        </button>
        <span className="hint" role="status">
          {isSuccess ? words.restarting : null}
        </span>
      </span>
    </>
  );
}
