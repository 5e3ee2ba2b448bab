import { type ClipboardEvent, type KeyboardEvent, lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { clean } from '../../src/domain/text';
import { usePreferences } from '../api/preferences';
import { useWorkspace } from '../api/workspace';
import { filesIn } from '../files/pasted';
import { useAttach } from '../files/use-attach';
import { oneLevelBack } from '../keys/back';
import { ariaKeys } from '../keys/chord';
import { useChat } from '../live/messages';
import { useWords } from '../words';
import { writesIn } from './draft';
import { insert } from './insert';
import { KEYS } from './keys';
import { nameOf } from './name-of';
import { lastOwn } from './own';
import { tellTyping } from './send';
import { isComposing, sendsBy } from './send-keys';
import { useNaming } from './use-naming';
import { usePhone } from './use-phone';
import { usePicker } from './use-picker';
import type { Writing } from './use-writing';

const Canned = lazy(async () => ({ default: (await import('./canned')).Canned }));
const Colleagues = lazy(async () => ({ default: (await import('./colleagues')).Colleagues }));

interface Props {
  readonly writing: Writing;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** The element that says why it can't be sent. */
  readonly reason: string;
  readonly onFocus: (focused: boolean) => void;
}

/** The text itself: it grows with what is written, and the canned replies open above it. */
export function Box({ writing, area, reason, onFocus }: Props) {
  const { composer } = useWords();
  const { sendWith } = usePreferences();
  const { ticket, mode, text, draft, standing } = writing;
  const { me } = useWorkspace();
  const phone = usePhone();
  const { messages } = useChat(ticket.chatId);
  const [caret, setCaret] = useState(0);
  const picker = usePicker({ text, caret, ticket, area });
  const naming = useNaming({ text, caret, on: mode === 'note', area });
  const over = naming.open ? naming : picker;
  const { attach } = useAttach(writing);
  useGrowth(area, text);
  useEffect(() => () => onFocus(false), [onFocus]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent) || naming.hears(event) || picker.hears(event)) return;
    if (sendsBy(event.nativeEvent, sendWith)) {
      event.preventDefault();
      writing.send();
    } else if (event.key === 'ArrowUp' && text === '' && mode === 'reply') copy(event, lastOwn(messages, me.id));
    else if (event.key === 'Escape') leave(event);
  };
  return (
    <div className="box">
      <Suspense>
        {picker.open ? <Canned picker={picker} /> : null}
        {naming.open ? <Colleagues naming={naming} /> : null}
      </Suspense>
      <textarea
        ref={area}
        rows={1}
        dir="auto"
        spellCheck
        aria-label={mode === 'note' ? composer.noteFor : composer.replyTo(nameOf(ticket))}
        placeholder={mode === 'note' ? composer.noteFor : (phone ? composer.replyTo : composer.answerOrSlash)(nameOf(ticket))}
        aria-describedby={writing.off === null ? undefined : reason}
        aria-keyshortcuts={ariaKeys(KEYS[mode])}
        {...over.described}
        readOnly={draft.sending}
        value={text}
        onChange={({ target }) => {
          setCaret(target.selectionStart);
          writing.write(target.value);
          if (mode === 'reply' && standing.kind === 'free' && target.value.trim() !== '') tellTyping(ticket.id, Date.now());
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onPaste={(event) => {
          const files = filesIn(event.clipboardData);
          if (files.length === 0) return pasteWhole(event);
          event.preventDefault();
          attach(files);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          onFocus(true);
          writesIn(ticket.id, mode);
        }}
        onBlur={() => {
          onFocus(false);
          writesIn(ticket.id, null);
          picker.dismiss();
          naming.dismiss();
        }}
      />
    </div>
  );
}

/** One level back, and no further. */
function leave(event: KeyboardEvent): void {
  event.preventDefault();
  oneLevelBack();
}

function copy(event: KeyboardEvent<HTMLTextAreaElement>, words: string | null): void {
  if (words === null) return;
  event.preventDefault();
  insert(event.currentTarget, words);
}

/** Halves of characters would come back from the desk as others: they are seen as such at once. */
function pasteWhole(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const words = event.clipboardData.getData('text/plain');
  if (words === clean(words)) return;
  event.preventDefault();
  insert(event.currentTarget, clean(words).replace(/\r\n?/g, '\n'));
}

const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

function useGrowth(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height hangs on the text
  useLayoutEffect(() => {
    const { current } = area;
    if (GROWS_BY_ITSELF || !current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [area, text]);
}
