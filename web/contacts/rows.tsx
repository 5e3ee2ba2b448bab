import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { ContactJson } from '../../src/http/schemas/contact';
import { useWorkspace } from '../api/workspace';
import { nextPlace } from '../inbox/moves';
import { useWords } from '../words';
import { contactAddress } from './person';
import { PersonLine } from './person-line';

interface Props {
  readonly people: readonly ContactJson[];
  readonly openId: string | undefined;
  readonly q: string | undefined;
  /** There are more, and they are not on their way. */
  readonly more: boolean;
  readonly onMore: () => unknown;
}

const HEIGHT = 60;
const AHEAD = 20;

/** The people as links: one stop of Tab, arrows inside. Only those in sight are there. */
export function Rows({ people, openId, q, more, onMore }: Props) {
  const { contacts } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const go = useNavigate();
  const [at, setAt] = useState(-1);
  const wanted = useRef(false);
  const stop = Math.min(
    people.length - 1,
    at >= 0
      ? at
      : Math.max(
          0,
          people.findIndex(({ id }) => id === openId),
        ),
  );
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 8,
    getItemKey: (index) => people[index]?.id ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, stop)])].sort((one, other) => one - other),
  });
  const seen = people.length === 0 ? [] : rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= people.length - AHEAD) onMore();
  }, [more, last, people.length, onMore]);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    box.current?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, stop, people.length, rows.scrollRect?.height ?? 0, HEIGHT);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    wanted.current = true;
    setAt(next);
    rows.scrollToIndex(next);
  };
  const open = (event: MouseEvent, contactId: string) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void go({ to: '/contacts/{-$contactId}', params: { contactId }, search: q ? { q } : {} });
  };
  return (
    <div ref={box} className="rows">
      <ul className="all" aria-label={contacts.list} style={{ height: rows.getTotalSize() }} onKeyDown={onKeyDown}>
        {seen.map(({ index, start }) => {
          const person = people[index];
          return person ? (
            <li key={person.id} className="person" style={{ transform: `translateY(${start}px)` }}>
              <a
                href={`/contacts/${person.id}`}
                className={person.id === openId ? 'on' : undefined}
                aria-current={person.id === openId ? 'page' : undefined}
                tabIndex={index === stop ? 0 : -1}
                onClick={(event) => open(event, person.id)}
                onFocus={() => setAt(index)}
              >
                <Person person={person} />
              </a>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function Person({ person }: { readonly person: ContactJson }) {
  const { channels } = useWorkspace();
  const address = contactAddress(person);
  const channel = channels.find(({ id }) => id === person.chats[0]?.channelId)?.kind;
  return (
    <PersonLine person={person} size={36} channel={channel}>
      {address ? (
        <bdi className="cut block sm mute" title={address}>
          {address}
        </bdi>
      ) : null}
    </PersonLine>
  );
}
