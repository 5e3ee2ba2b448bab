import type { Channel } from '../../api/types';
import { useLink } from '../../live/link';
import { useWords } from '../../words';
import { eventName } from './event-words';
import { LastEvent } from './last-event';
import { useCaller, useKind } from './network';
import type { Webhook } from './queries';
import { Signatures } from './signatures';
import { Step } from './step';
import { useStamp } from './use-stamp';

interface Props {
  readonly channel: Channel;
  readonly webhook: Webhook | undefined;
  /** When it was read. */
  readonly now: number;
}

/** How the webhook is doing, as it happens. */
export function LiveCard({ channel, webhook, now }: Props) {
  const { live } = useWords().channels;
  const { state } = useLink();
  const kind = useKind(channel);
  const caller = useCaller(channel);
  return (
    <section className="card livecard">
      <div className="h">
        <h2>{live.title}</h2>
        <span className={`dot ${state === 'offline' ? 'offline' : 'online'}`} />
        <span className="grow" />
        <span className="sm mute">{live.updates}</span>
      </div>
      {webhook ? (
        <ul className="steps">
          {kind?.asksLeave ? <Handshake webhook={webhook} trial={channel.trial} /> : null}
          <FirstEvent webhook={webhook} />
          {webhook.lastEvent ? <LastEvent last={webhook.lastEvent} perMinute={webhook.perMinute} now={now} /> : null}
          {channel.webhook ? <Signatures webhook={webhook} caller={caller} /> : null}
        </ul>
      ) : null}
    </section>
  );
}

function Handshake({ webhook: { handshakeAt, handshakeFailures }, trial }: { readonly webhook: Webhook; readonly trial: boolean }) {
  const { live } = useWords().channels;
  const stamp = useStamp();
  const { count, lastAt } = handshakeFailures;
  if (trial && handshakeAt === null) return null;
  return (
    <Step
      icon={handshakeAt ? 'check' : 'clock'}
      tone={handshakeAt ? 'good' : 'warn-t'}
      title={live.handshake}
      at={handshakeAt ? stamp.seconds(handshakeAt) : null}
    >
      <span className="sm mute block" role="status">
        {handshakeAt ? live.handshakeDone : live.waiting}
      </span>
      {count > 0 && lastAt ? <span className="sm warn-t block">{live.wrongToken(count, stamp.seconds(lastAt))}</span> : null}
    </Step>
  );
}

function FirstEvent({ webhook: { firstEvent } }: { readonly webhook: Webhook }) {
  const { live, log } = useWords().channels;
  const stamp = useStamp();
  return (
    <Step
      icon={firstEvent ? 'check' : 'clock'}
      tone={firstEvent ? 'good' : 'mute'}
      title={live.first}
      at={firstEvent ? stamp.seconds(firstEvent.at) : null}
    >
      <span className="sm mute block" role="status">
        {firstEvent ? eventName({ kind: firstEvent.kind, raw: null }, log).kind : live.none}
      </span>
    </Step>
  );
}
