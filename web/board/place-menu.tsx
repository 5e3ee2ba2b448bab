import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useTicket } from '../live/tickets';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { SnoozeItems } from '../ticket/snooze-menu';
import { SnoozeTime } from '../ticket/snooze-time';
import { stageChoices } from '../ticket/stage-choices';
import { useWords } from '../words';
import type { Moves, Opened } from './use-moves';

/** The menu of a card, or the question until when, at the point that was pressed or dropped on. */
export function PlaceMenu({ moves }: { readonly moves: Moves }) {
  const { menu } = moves;
  const [choosing, choose] = useState<string | null>(null);
  const ticket = useTicket(menu?.ticketId ?? choosing ?? '');
  if (!ticket) return null;
  return (
    <>
      {menu ? (
        <At key={`${menu.ticketId} ${menu.shows}`} menu={menu} onClose={() => moves.open(null)}>
          {menu.shows === 'snooze' ? (
            <Snoozing ticket={ticket} onChoose={() => choose(ticket.id)} />
          ) : (
            <CardItems ticket={ticket} moves={moves} menu={menu} />
          )}
        </At>
      ) : null}
      {choosing === null ? null : <SnoozeTime ticket={ticket} opened onClose={() => choose(null)} />}
    </>
  );
}

interface AtProps {
  readonly menu: Opened;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Mantine places a menu by its target: here a point. The focus goes back to the card. */
function At({ menu: { x, y, ticketId }, onClose, children }: AtProps) {
  const { board } = useWords();
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>(`a[data-ticket="${CSS.escape(ticketId)}"]`)?.focus();
  };
  return (
    <Menu {...IN_PLACE} opened onChange={(next) => next || close()} position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className="atpoint" tabIndex={-1} aria-label={board.moveTo} style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Snoozing({ ticket, onChoose }: { readonly ticket: Ticket; readonly onChoose: () => void }) {
  const { board } = useWords();
  return (
    <>
      <Menu.Label>{board.snooze(ticket.number)}</Menu.Label>
      <SnoozeItems ticket={ticket} onChoose={onChoose} />
    </>
  );
}

interface CardItemsProps {
  readonly ticket: Ticket;
  readonly moves: Moves;
  readonly menu: Opened;
}

function CardItems({ ticket, moves, menu: { x, y } }: CardItemsProps) {
  const { board, ticket: words } = useWords();
  const { stages } = useWorkspace();
  const go = useNavigate();
  const view = ticket.status === 'closed' ? 'closed' : 'open';
  return (
    <>
      <Menu.Item
        leftSection={<Icon name="goTo" flips />}
        onClick={() => void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: ticket.id } })}
      >
        {board.open}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{board.moveTo}</Menu.Label>
      {stageChoices(stages, ticket)
        .filter(({ now }) => !now)
        .map(({ stage: { key, name, color }, also }) => (
          <Menu.Item
            key={key}
            leftSection={<span className="swatch" data-color={color} />}
            rightSection={also ? <span className="mute">{words.stages[also]}</span> : null}
            onClick={() => setTimeout(() => moves.put(ticket.id, key, x, y))}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
    </>
  );
}
