import type { TicketWords } from '../en/ticket';

export const ticket: TicketWords = {};
