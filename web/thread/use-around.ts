import { useMemo } from 'react';
import type { Message, Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { calledIn, personName } from '../ticket/person';
import { useWords } from '../words';
import type { Around } from './context';
import { chosenOf } from './said';

const nowhere = (): void => undefined;

/** What the lines of this thread share. */
export function useAroundOf(
  ticket: Ticket,
  messages: readonly Message[],
  setMenu: (menu: { message: Message; by: HTMLElement } | null) => void,
  look: (messageId: string) => void,
): Around {
  const { common, ticket: says } = useWords();
  const { theCustomer } = says.next;
  const { me } = useWorkspace();
  const name = personName(ticket, common.noName);
  return useMemo(() => {
    const byId = new Map(messages.map((message) => [message.id, message]));
    return {
      ticket,
      name,
      short: calledIn(ticket, theCustomer),
      network: common.networks[ticket.channel.kind] ?? ticket.channel.name,
      meId: me.id,
      chosen: chosenOf(messages),
      find: (id) => byId.get(id),
      goTo: nowhere,
      openMenu: (message, by) => setMenu({ message, by }),
      look,
    };
  }, [ticket, messages, name, me.id, common, theCustomer, setMenu, look]);
}
