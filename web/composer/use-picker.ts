import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { cannedMatching } from '../../src/domain/canned';
import { type CannedReply, cannedQuery } from '../api/canned';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { filled } from './filled';
import { insert } from './insert';
import { keyOfList } from './list-keys';
import { slashAt } from './slash';

/** The canned replies that a slash in the text asks for, and which one is chosen. */
export interface Picker {
  readonly open: boolean;
  readonly id: string;
  readonly matches: readonly CannedReply[];
  /** Whether there is any canned reply at all. */
  readonly some: boolean;
  readonly error: unknown;
  readonly at: number;
  /** Its words as they would stand here. */
  readonly wordsOf: (reply: CannedReply) => string;
  readonly choose: (reply: CannedReply) => void;
  readonly point: (at: number) => void;
  readonly dismiss: () => void;
  /** Whether the key was for the picker. */
  readonly hears: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** What a reader of screens is told on the textarea. */
  readonly described: Readonly<Record<string, string | undefined>>;
}

interface About {
  readonly text: string;
  readonly caret: number;
  readonly ticket: Ticket;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

const MOST = 50;
const NONE: readonly CannedReply[] = [];

export function usePicker({ text, caret, ticket, area }: About): Picker {
  const id = useId();
  const { me } = useWorkspace();
  const slash = useMemo(() => slashAt(text, caret), [text, caret]);
  const [dismissed, dismissAt] = useState<number | null>(null);
  const [pointed, pointAt] = useState({ asked: '', at: 0 });
  const asked = slash?.asked ?? '';
  const { data, error } = useQuery({ ...cannedQuery, enabled: slash !== null });
  const matches = useMemo(() => (slash && data ? cannedMatching(data, asked).slice(0, MOST) : NONE), [data, asked, slash]);
  // A path or a date has slashes too: nothing opens that finds nothing.
  const open = slash !== null && slash.from !== dismissed && (matches.length > 0 || asked === '') && (data !== undefined || error !== null);
  const at = pointed.asked === asked ? Math.min(pointed.at, Math.max(0, matches.length - 1)) : 0;
  const point = (next: number) => pointAt({ asked, at: next });
  const dismiss = () => dismissAt(slash?.from ?? null);
  const wordsOf = ({ text: words }: CannedReply) => filled(words, { contact: ticket.contact.name, agent: me.name, number: ticket.number });
  const choose = (reply: CannedReply) => {
    if (!slash || !area.current) return;
    insert(area.current, wordsOf(reply), slash.from, caret);
    dismissAt(null);
  };
  const hears = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!open) return false;
    const act = keyOfList(event, { at, count: matches.length, point, dismiss, choose: () => matches[at] && choose(matches[at]) });
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  };
  const described = {
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open && matches.length > 0 ? `${id}-${at}` : undefined,
  } as const;
  return { open, id, matches, some: (data?.length ?? 0) > 0, error, at, wordsOf, choose, point, dismiss, hears, described };
}
