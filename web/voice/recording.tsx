import { useEffect, useRef, useState } from 'react';
import { focusComposer } from '../composer/draft';
import type { Writing } from '../composer/use-writing';
import { attached } from '../files/attached';
import { clockOf } from '../files/clock-of';
import type { MediaLimits } from '../files/takes';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { formFor } from './form';
import { madeFrom } from './made';
import { beginRecording, type Silence } from './recorder';
import { type Now, openSession, type Session } from './session';
import './recording.css';

interface Props {
  readonly writing: Writing;
  readonly limits: MediaLimits;
}

/** Records a voice message, which is then attached: it can be listened to before it goes. */
export function Recording({ writing, limits }: Props) {
  const { attaching, files } = useWords();
  const { record } = writing;
  const done = useRef<HTMLButtonElement>(null);
  const [session, now] = useSession(writing, limits);
  const runs = now !== null && now.silence === null && now.state !== 'asking';
  useEffect(() => {
    if (runs) done.current?.focus();
  }, [runs]);
  const isSilent = now?.silence != null;
  useEffect(() => {
    if (isSilent) record('silent');
  }, [isSilent, record]);
  if (session === null || now === null) return null;
  if (now.silence !== null) return <Silent why={now.silence} close={() => writing.record('off')} />;
  return (
    <fieldset className="recording" aria-label={files.record}>
      <Running now={now} />
      <span className="grow" />
      {runs ? (
        <button type="button" className="btn small" onClick={session.turn}>
          {now.state === 'paused' ? attaching.voice.goOn : attaching.voice.pause}
        </button>
      ) : null}
      <button type="button" className="btn quiet small" onClick={() => session.end(false)}>
        {attaching.voice.cancel}
      </button>
      {runs ? (
        <button type="button" className="btn go small" ref={done} onClick={() => session.end(true)}>
          {attaching.voice.done}
        </button>
      ) : null}
    </fieldset>
  );
}

function Running({ now: { state, ms, level } }: { readonly now: Now }) {
  const { voice } = useWords().attaching;
  return (
    <>
      <span className="dot" data-on={state === 'recording' || undefined} aria-hidden="true" />
      <span role="status">{state === 'asking' ? '' : state === 'paused' ? voice.paused : voice.recording}</span>
      <span className="times" role="timer">
        {clockOf(ms / 1_000)}
      </span>
      <span className="loud" aria-hidden="true">
        <i style={{ inlineSize: `${Math.round(level * 100)}%` }} />
      </span>
    </>
  );
}

function Silent({ why, close }: { readonly why: Silence; readonly close: () => void }) {
  const { attaching, common } = useWords();
  return (
    <div className="bannerline" role="alert">
      <Icon name="voice" />
      <span className="grow">{attaching.voice[why]}</span>
      <button type="button" className="btn small" onClick={close}>
        {common.close}
      </button>
    </div>
  );
}

/** Goes on until it is ended; what was recorded is attached also when the ticket is left. */
function useSession({ ticket: { id }, record }: Writing, limits: MediaLimits): readonly [Session | null, Now | null] {
  const [session, setSession] = useState<Session | null>(null);
  const [now, setNow] = useState<Now | null>(null);
  const given = useRef({ limits, record });
  given.current = { limits, record };
  useEffect(() => {
    const taken = given.current.limits;
    const form = formFor(taken, (type) => MediaRecorder.isTypeSupported(type));
    if (!form) return;
    let here = true;
    const opened = openSession({
      begin: () => beginRecording(form),
      keep: async (recorded, ms) => attached.add(id, [await madeFrom(recorded, form)], taken, { wanted: 'voice', seconds: ms / 1_000 }),
      ended() {
        given.current.record('off');
        if (here) focusComposer('reply');
      },
    });
    setSession(opened);
    setNow(opened.now());
    const unwatch = opened.watch(() => setNow(opened.now()));
    return () => {
      here = false;
      unwatch();
      opened.end(true);
    };
  }, [id]);
  return [session, now];
}
