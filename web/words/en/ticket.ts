export const ticket = {};
export type TicketWords = typeof ticket;
