import type { Ticket } from './ticket';

/** Texts of the desk that a customer gets once while a ticket is open (LIFECYCLE §7). */
export type ToldOnce = (typeof TOLD_ONCE)[number];
const TOLD_ONCE = ['greeting', 'outOfHours', 'away', 'delay'] as const;

export const wasTold = ({ told }: Ticket, text: ToldOnce): boolean => told?.includes(text) ?? false;

export const toldBy = (ticket: Ticket, text: ToldOnce): Ticket => ({ ...ticket, told: [...(ticket.told ?? []), text] });

/** As if none of them had been said: for a customer who returns to a closed ticket. */
export function toldNothing(ticket: Ticket): Ticket {
  const rest = (ticket.told ?? []).filter((entry) => !TOLD_ONCE.some((text) => text === entry));
  return { ...ticket, told: rest.length > 0 ? rest : null };
}
