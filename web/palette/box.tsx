import './palette.css';
import { Modal } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Ticket } from '../api/types';
import { useTicket } from '../live/tickets';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { personName } from '../ticket/person';
import { useWords } from '../words';
import { Foot } from './foot';
import { type Item, type Shown, shownFor } from './items';
import { closePalette } from './open';
import { recentItems, remember } from './recent';
import { Results } from './results';
import { useFound } from './use-found';
import { useCommandItems, useFoundItems, usePlaceItems, useTicketItems } from './use-items';

/** Everything that can be done and found, by typing. */
export function Box({ begun }: { readonly begun: string }) {
  const { palette } = useWords();
  const { ticketId = '' } = useParams({ strict: false });
  const ticket = useTicket(ticketId);
  return (
    <Modal.Root
      opened
      onClose={closePalette}
      size={640}
      yOffset={108}
      returnFocus
      classNames={{ content: 'pal' }}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={palette.title}>
        {ticket ? <OnTicket ticket={ticket} begun={begun} /> : <Search begun={begun} ticket={null} own={[]} />}
      </Modal.Content>
    </Modal.Root>
  );
}

function OnTicket({ ticket, begun }: { readonly ticket: Ticket; readonly begun: string }) {
  return <Search begun={begun} ticket={ticket} own={useTicketItems(ticket)} />;
}

interface Props {
  readonly begun: string;
  readonly ticket: Ticket | null;
  readonly own: readonly Item[];
}

function Search({ begun, ticket, own }: Props) {
  const { palette, common } = useWords();
  const [typed, type] = useState(begun);
  const [at, setAt] = useState(0);
  const [recent] = useState(recentItems);
  const found = useFound(typed);
  const items = [...useCommandItems(), ...own, ...useFoundItems(found.data), ...usePlaceItems()];
  const groups = shownFor(items, typed, recent);
  const rows = groups.flatMap(({ rows: some }) => some);
  const chosen = Math.min(at, rows.length - 1);
  const list = useId();
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = stepOf(event.key, chosen, rows.length);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter' && rows[chosen]) run(rows[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="q">
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-label={palette.title}
          aria-expanded={rows.length > 0}
          aria-controls={list}
          aria-activedescendant={rows[chosen] ? `${list}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={256}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        {ticket ? (
          <span className="tag">
            {palette.on(ticket.number)}&nbsp;<bdi className="cut">{personName(ticket, common.noName)}</bdi>
          </span>
        ) : null}
      </div>
      {found.isError && typed !== '' ? <ProblemLine error={found.error} what={palette.notLooked} /> : null}
      <Results id={list} groups={groups} chosen={chosen} typed={typed} looking={found.looking} onRun={run} onPoint={setAt} />
      <Foot />
    </>
  );
}

/** Where a key leads in a list of so many rows; null for keys that lead nowhere. */
function stepOf(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (now + 1) % count;
  if (key === 'ArrowUp') return (now - 1 + count) % count;
  if (key === 'PageDown') return Math.min(now + 8, count - 1);
  return key === 'PageUp' ? Math.max(now - 8, 0) : null;
}

/** Closes first, so that the focus is back where a menu that opens now finds it. */
function run({ id, off, run: act }: Shown): void {
  if (off !== undefined) return;
  remember(id);
  closePalette();
  setTimeout(act, 30);
}
