import type { Desk } from '../../actions/desk';
import { isSeenBy, seenBy } from '../../domain/access';
import type { Personal } from '../../domain/events';
import { draftsJson } from '../present/draft';
import { mentionJson } from '../present/mention';
import type { Emit, Viewer } from './viewers';

interface Around {
  readonly desk: Desk;
  readonly viewers: readonly Viewer[];
  readonly emit: Emit;
}

/** Tells one agent what is theirs alone, whatever their sockets watch. */
export async function tellPersonal({ desk, viewers, emit }: Around, { name, id, to, ticketId = '', socket }: Personal): Promise<void> {
  const theirs = viewers.filter((viewer) => viewer.person.id === to && viewer.id !== socket);
  const sockets = theirs.map((viewer) => viewer.id);
  const [first] = theirs;
  if (!first) return;
  if (name === 'draft.changed') emit(sockets, name, { ticketId, ...draftsJson(await desk.store.reads.drafts(to, ticketId)) });
  if (name !== 'mention.created' || !(await isInSight(desk, first, ticketId))) return;
  const named = (await desk.store.reads.mentionsIn(id)).find(({ mention }) => mention.agentId === to);
  if (named) emit(sockets, name, mentionJson(named));
}

async function isInSight(desk: Desk, { person }: Viewer, ticketId: string): Promise<boolean> {
  const [view] = await desk.store.reads.ticketsByIds([ticketId]);
  return view !== undefined && isSeenBy(view.ticket, seenBy(person, { house: await desk.house.refresh() }));
}
