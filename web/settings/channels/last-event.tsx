import { useWords } from '../../words';
import { eventName } from './event-words';
import { Pulse } from './pulse';
import type { Webhook } from './queries';
import { Step } from './step';

interface Props {
  readonly last: NonNullable<Webhook['lastEvent']>;
  readonly perMinute: readonly number[];
  readonly now: number;
}

/** What came last, how long ago it was when it was looked for, and how busy the last hour was. */
export function LastEvent({ last, perMinute, now }: Props) {
  const { common, channels } = useWords();
  const { live, log } = channels;
  const past = now - Date.parse(last.at);
  const good = last.outcome === 'applied' || last.outcome === 'ignored';
  return (
    <Step
      icon={good ? 'check' : 'warning'}
      tone={good ? 'good' : 'warn-t'}
      title={live.last}
      at={<b className="now">{past < 1_000 ? common.times.now : live.ago(common.lasting(past))}</b>}
    >
      <span className="sm mute block">
        {eventName({ kind: last.kind, raw: null }, log).kind}, {log.outcomes[last.outcome].toLocaleLowerCase()}
      </span>
      <Pulse perMinute={perMinute} />
      <span className="sm mute">{live.pulse}</span>
    </Step>
  );
}
