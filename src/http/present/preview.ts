import type { Move, Preview } from '../../actions/workspace/preview-change';
import type { House } from '../../ports/store';
import type { PreviewJson } from '../schemas/preview';
import { channelOf } from './ticket';
import { iso, isoOrNull } from './time';

export const previewJson = (house: House, { tickets, moves, redated }: Preview): PreviewJson => ({
  tickets,
  moves: moves.map((move) => moveJson(house, move)),
  redated,
});

const moveJson = (house: House, { kind, tickets, at, examples }: Move): PreviewJson['moves'][number] => ({
  kind,
  tickets,
  movesAt: isoOrNull(at),
  examples: examples.map(({ view: { ticket, contact }, dueAt }) => ({
    id: ticket.id,
    number: ticket.number,
    contactName: contact.name,
    channel: channelOf(house, ticket.channelId),
    dueAt: iso(dueAt),
  })),
});
