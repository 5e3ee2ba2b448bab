import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { DropZone } from '../files/drop-zone';
import '../files/files.css';
import { useAttach } from '../files/use-attach';
import { useCommands } from '../keys/commands';
import { onReturn } from '../live/link';
import { useTicket } from '../live/tickets';
import { calledIn } from '../ticket/person';
import { useWords } from '../words';
import './composer.css';
import './together.css';
import { Box } from './box';
import { focusComposer, keepDraftsOf, onFocusComposer, openDraft, writeDraft, writesIn } from './draft';
import type { Mode } from './draft-store';
import { Explained } from './explained';
import { Foot } from './foot';
import { Head } from './head';
import { KEYS } from './keys';
import { nameOf } from './name-of';
import { PhoneLine } from './phone-line';
import { QuoteLine } from './quote-line';
import { newerIn } from './seen';
import { Tools } from './tools';
import { usePhone } from './use-phone';
import { useWriting } from './use-writing';
import { WritingLine } from './writing-line';

const Asked = lazy(async () => ({ default: (await import('./asked')).Asked }));
const Cards = lazy(async () => ({ default: (await import('../files/cards')).Cards }));
const Held = lazy(async () => ({ default: (await import('./held')).Held }));
const Recording = lazy(async () => ({ default: (await import('../voice/recording')).Recording }));
const TemplateForm = lazy(async () => ({ default: (await import('./template-form')).TemplateForm }));

/** Where people write: to the customer, or a note to colleagues. It says before a key is pressed what can't be sent. */
export function Composer({ ticketId }: { readonly ticketId: string }) {
  const ticket = useTicket(ticketId);
  const { me } = useWorkspace();
  useEffect(() => keepDraftsOf(me.id), [me.id]);
  return ticket ? <Open key={ticketId} ticket={ticket} /> : null;
}

function Open({ ticket }: { readonly ticket: Ticket }) {
  const { common, composer, files } = useWords();
  const place = useRef<HTMLElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const reason = useId();
  const [focused, setFocused] = useState(false);
  const phone = usePhone();
  const writing = useWriting(ticket);
  const attach = useAttach(writing);
  useFocus(ticket.id, area);
  useWays(nameOf(ticket));
  useEffect(() => {
    void openDraft(ticket.id);
    return () => writesIn(ticket.id, null);
  }, [ticket.id]);
  useEffect(() => onReturn(() => void openDraft(ticket.id)), [ticket.id]);
  const { mode, text, standing } = writing;
  // Whoever writes keeps the box, also when the window closes meanwhile.
  const box = mode === 'note' || standing.kind === 'free' || text !== '' || focused || writing.files.length > 0;
  const field = box ? <Box writing={writing} area={area} reason={reason} onFocus={setFocused} /> : null;
  const asked = mode === 'reply' && newerIn(writing.draft.trouble) !== null;
  const looks = `${phone ? 'pcomp' : 'composer'} ${mode === 'note' ? 'noting' : ''} ${asked ? 'asking' : ''}`;
  return (
    <section className={looks} ref={place} aria-label={composer.replyTo(nameOf(ticket))}>
      <Suspense>{ticket.heldBy ? <Held ticket={ticket} since={ticket.heldBy.since} /> : null}</Suspense>
      <WritingLine ticketId={ticket.id} />
      <p className="unseen" role="status">
        {standing.kind === 'template' ? common.windows.templateOnly : standing.kind === 'shut' ? common.windows.closed : null}
      </p>
      {phone ? null : <Head writing={writing} />}
      <Suspense>{asked ? <Asked writing={writing} /> : null}</Suspense>
      <QuoteLine writing={writing} />
      <Explained writing={writing} />
      <Suspense>
        {writing.files.length > 0 ? <Cards writing={writing} files={writing.files} /> : null}
        {writing.recording !== 'off' && attach.limits ? <Recording writing={writing} limits={attach.limits} /> : null}
      </Suspense>
      {phone ? (
        <PhoneLine writing={writing} area={area} reason={reason}>
          {field}
        </PhoneLine>
      ) : (
        <>
          {field}
          {mode === 'note' || standing.kind === 'free' ? <Tools writing={writing} area={area} reason={reason} /> : null}
        </>
      )}
      <Foot writing={writing} reason={reason} />
      <DropZone
        within={place}
        attach={attach}
        says={attach.limits ? files.drop(calledIn(ticket, composer.theCustomer)) : mode === 'note' ? files.notOnNotes : composer.off.now}
      />
      {mode === 'reply' && standing.kind === 'template' ? (
        <Suspense>
          <TemplateForm ticket={ticket} />
        </Suspense>
      ) : null}
    </section>
  );
}

function useFocus(ticketId: string, area: { readonly current: HTMLTextAreaElement | null }): void {
  useEffect(
    () =>
      onFocusComposer((mode) => {
        if (mode) writeDraft(ticketId, { mode });
        // The other mode's box may only now be drawn.
        requestAnimationFrame(() => area.current?.focus());
      }),
    [ticketId, area],
  );
}

/** The two keys that lead into the box. */
function useWays(name: string | null): void {
  const { composer } = useWords();
  const to = useCallback((mode: Mode) => () => focusComposer(mode), []);
  useCommands(
    useMemo(
      () => [
        { id: 'ticket.reply', group: 'ticket', title: composer.replyTo(name), icon: 'reply', keys: KEYS.reply, run: to('reply') },
        { id: 'ticket.note', group: 'ticket', title: composer.writeNote, icon: 'pen', keys: KEYS.note, run: to('note') },
      ],
      [composer, name, to],
    ),
  );
}
