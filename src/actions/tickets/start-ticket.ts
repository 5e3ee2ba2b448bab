import { seenBy } from '../../domain/access';
import { isOnline } from '../../domain/agent';
import type { AskedContent, Content } from '../../domain/content';
import { heardAgent } from '../../domain/conversation';
import { invalid, Refusal } from '../../domain/errors';
import type { Message } from '../../domain/message';
import type { Ticket } from '../../domain/ticket';
import type { Who } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { meet, openPeople, stillSo } from '../hearing/people';
import { holdChat } from '../hold-chat';
import type { Ledger } from '../ledger';
import { liveChannel } from '../rules';
import { ownFiles, readied } from '../sending/own-files';
import { queueParts } from '../sending/queue-message';
import { kindOf, partsOf, sendingKind } from '../sending/sendable';
import { mustBeInWindow } from '../sending/window';
import { transact } from '../transact';
import { actorOf, besideOpen, isMachine } from './in-hand';
import { openIn } from './open-in';

interface Start {
  readonly by: Person;
  /** A chat that exists, or … */
  readonly chatId?: string;
  /** … a person on a channel, as people write their address. */
  readonly channelId?: string;
  readonly to?: string;
  readonly content: AskedContent;
}

/** An agent writes first into a closed chat: a proactive ticket, theirs (LIFECYCLE §3 "Creation"); a machine's is nobody's. */
export async function startTicket(desk: Desk, asked: Start): Promise<Ticket> {
  const start = async (tx: Tx, ledger: Ledger): Promise<Ticket> => {
    const chatId = await findChat(desk, tx, ledger, asked);
    const { channelId } = ledger.chat(chatId);
    const kind = sendingKind(desk, ledger.house, channelId);
    const sender = { by: asked.by, sight: seenBy(asked.by, ledger) };
    const content = await readied(desk, tx, { kind, channelId, sender }, asked.content);
    const parts = partsOf(kind, content);
    const open = ledger.openIn(chatId);
    if (open) throw besideOpen(open, seenBy(asked.by, ledger));
    const [self] = await tx.agents([asked.by.id]);
    if (!isMachine(asked.by) && !isOnline(self)) throw new Refusal('agent_not_online', 'Go online first: this ticket would be yours.');
    await mustBeInWindow(tx, ledger, { chatId, content, person: !isMachine(asked.by) });
    const owned = await ownFiles(desk, tx, sender, parts);
    const { ticket, said } = begin(desk, ledger, chatId, asked, owned.parts);
    await owned.tie(said);
    return ticket;
  };
  return transact(desk, start, { opens: 1 });
}

interface Begun {
  readonly ticket: Ticket;
  readonly said: readonly Message[];
}

function begin(desk: Desk, ledger: Ledger, chatId: string, { by }: Start, parts: readonly Content[]): Begun {
  const theirs = isMachine(by) ? {} : { assigneeId: by.id };
  const ticket = openIn(desk, ledger, { chatId, status: 'proactive', cause: 'agent_wrote', actor: actorOf(by), ...theirs });
  const author = { kind: 'agent' as const, id: by.id, name: by.name };
  const said = queueParts(ledger, chatId, parts, { author, ticketId: ticket.id });
  return { ticket: said.reduce((now, message) => ledger.note(heardAgent(now, message)), ledger.ticket(ticket.id)), said };
}

async function findChat(desk: Desk, tx: Tx, ledger: Ledger, { by, chatId, channelId, to }: Start): Promise<string> {
  if (chatId !== undefined) {
    if (!(await desk.store.reads.chatSeenBy(chatId, seenBy(by, ledger)))) throw invalid('chatId', 'no such chat');
    return hold(tx, ledger, chatId);
  }
  if (channelId === undefined || to === undefined) throw invalid('chatId', 'give a chatId, or a channelId and to');
  const channel = ledger.house.channels.find(({ id, deletedAt }) => id === channelId && deletedAt === null);
  if (!channel) throw invalid('channelId', 'no such channel');
  const kind = kindOf(desk, channel.kind);
  const who = addressed(() => kind.address(to));
  const met = await meet(
    tx,
    ledger,
    [{ channelId, who, onlyKnown: !kind.capabilities.startsChats, source: 'typed' }],
    openPeople(),
    desk.newId,
  );
  const [found] = met.chatIds;
  if (!found) throw invalid('to', `${kind.title} lets a business answer only people who have written before.`);
  if (!ledger.has(found)) await hold(tx, ledger, found);
  await stillSo(desk, tx, ledger);
  return found;
}

async function hold(tx: Tx, ledger: Ledger, chatId: string): Promise<string> {
  await holdChat(tx, ledger, chatId);
  if (!ledger.has(chatId)) throw invalid('chatId', 'no such chat');
  liveChannel(ledger.house, ledger.chat(chatId).channelId);
  return chatId;
}

function addressed(make: () => Who): Who {
  try {
    return make();
  } catch (error) {
    if (error instanceof TypeError) throw invalid('to', `expected ${error.message}`);
    throw error;
  }
}
