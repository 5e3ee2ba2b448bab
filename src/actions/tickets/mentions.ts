import { isSeenBy, seenBy } from '../../domain/access';
import type { Agent } from '../../domain/agent';
import { invalid } from '../../domain/errors';
import type { Mentioned, Message } from '../../domain/message';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { transact } from '../transact';
import type { InHand } from './in-hand';

/** The agents whom a note names, each once; refuses (`invalid`) whom there is not, and who may not see the ticket. */
export async function mentioned({ tx, ledger, ticket }: Pick<InHand, 'tx' | 'ledger' | 'ticket'>, ids: readonly string[], by: Person) {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  // The writer along with them: agents are locked in one order.
  const agents = new Map((await tx.agents([...wanted, by.id])).map((agent) => [agent.id, agent]));
  return wanted.map((id): Mentioned => {
    const agent = known(agents.get(id), ids.indexOf(id));
    if (!isSeenBy(ticket, seenBy(agent, ledger))) throw invalid(`mentions.${ids.indexOf(id)}`, `${agent.name} can\u2019t see this ticket.`);
    return { id, name: agent.name };
  });
}

function known(agent: Agent | undefined, at: number): Agent {
  if (!agent || agent.removedAt !== null) throw invalid(`mentions.${at}`, 'no such agent');
  return agent;
}

/** Remembers for each of them that the note names them, and tells them. Who names themselves knows it. */
export async function tellMentioned({ tx, ledger, ticket, at }: InHand, note: Message, by: Person): Promise<void> {
  const others = (note.mentions ?? []).filter(({ id }) => id !== by.id);
  if (others.length === 0) return;
  await tx.addMentions(others.map(({ id }) => ({ messageId: note.id, agentId: id, ticketId: ticket.id, at, seenAt: null })));
  for (const { id } of others) ledger.announce({ name: 'mention.created', id: note.id, ticketId: ticket.id, to: id });
}

/** An agent has seen that these notes name them. */
export function seeMentions(desk: Desk, { by, messageIds }: { readonly by: Pick<Person, 'id'>; readonly messageIds: readonly string[] }) {
  return transact(desk, (tx, ledger) => markSeen(tx, ledger, by.id, { messageIds }));
}

/** The same inside a transaction; the agent's screens count anew. */
export async function markSeen(
  tx: Tx,
  ledger: Ledger,
  agentId: string,
  which: { readonly ticketId: string } | { readonly messageIds: readonly string[] },
): Promise<void> {
  if (await tx.seeMentions(agentId, which, ledger.at)) ledger.announce({ name: 'mention.seen', id: agentId, to: agentId });
}
