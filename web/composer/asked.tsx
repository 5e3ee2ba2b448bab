import { useEffect, useId, useRef } from 'react';
import { useChat } from '../live/messages';
import { Face } from '../parts/face';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { draftNow, focusComposer, writeDraft } from './draft';
import { nameOf } from './name-of';
import { type Newer, newerIn, wordsOf } from './seen';
import type { Writing } from './use-writing';

/** Somebody was faster: what they wrote, and what is to become of one's own. */
export function Asked({ writing }: { readonly writing: Writing }) {
  const newer = newerIn(writing.draft.trouble);
  return newer ? <Question writing={writing} newer={newer} /> : null;
}

interface Props {
  readonly writing: Writing;
  readonly newer: Newer;
}

function Question({ writing, newer }: Props) {
  const { together, common } = useWords();
  const title = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const { ticket, draft } = writing;
  const goOn = () => {
    writeDraft(ticket.id, { trouble: null, since: newer.seq });
    focusComposer('reply');
  };
  return (
    <fieldset
      className="asked"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        goOn();
      }}
    >
      <h3 id={title} dir="auto">
        {together.answered(newer.author.name, nameOf(ticket))}
      </h3>
      <Theirs writing={writing} newer={newer} />
      <p className="soft" dir="auto">
        {together.notSent(shortened(draft.reply))}
      </p>
      <div className="row">
        <span className="grow" />
        <button
          type="button"
          className="btn quiet"
          onClick={() => discard(ticket.id, { says: together.discarded, label: common.undo }, goOn)}
        >
          {together.discard}
        </button>
        <button type="button" className="btn" onClick={writing.sendAnyway}>
          {together.sendToo}
        </button>
        <button type="button" className="btn go" ref={keep} onClick={goOn}>
          {together.keepWriting}
        </button>
      </div>
    </fieldset>
  );
}

function Theirs({ writing: { ticket }, newer }: Props) {
  const { author, at } = newer;
  const times = useTimes();
  const { messages } = useChat(ticket.chatId);
  const words = wordsOf(newer, messages, useWords());
  return (
    <div className="theirs">
      <span className="col">
        {words === '' ? null : (
          <bdi className="bub last" dir="auto">
            {words}
          </bdi>
        )}
        <span className="meta">
          {author.name ? <bdi>{author.name}</bdi> : null} · {times.moment(Date.parse(at), Date.now())}
        </span>
      </span>
      <Face name={author.name ?? ''} id={author.id ?? ''} size={28} />
    </div>
  );
}

const SHORT = 120;
const shortened = (text: string): string => (text.length > SHORT ? `${[...text.slice(0, 2 * SHORT)].slice(0, SHORT).join('')}…` : text);

function discard(ticketId: string, { says, label }: { readonly says: string; readonly label: string }, goOn: () => void): void {
  const { reply, quote } = draftNow(ticketId);
  goOn();
  writeDraft(ticketId, { reply: '', quote: null, since: null });
  toast(says, { label, act: () => writeDraft(ticketId, { reply, quote }) });
}
