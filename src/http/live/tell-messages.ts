import { isSeenBy, type SeenBy, seenBy } from '../../domain/access';
import { ANNOUNCED } from '../../domain/events';
import { groupBy } from '../group';
import { messageJson } from '../present/message';
import type { Rung } from './gathering';
import type { Telling } from './tell';
import { withScope } from './viewers';
import { hearsChat, hearsName } from './watch';

/** Messages of chats that somebody watches are read; the others cost nothing. */
export async function tellMessages(telling: Telling, rung: ReadonlyMap<string, Rung>): Promise<void> {
  const { desk, emit } = telling;
  const viewers = withScope(telling.viewers, 'messages:read');
  const isWatched = (chatId: string): boolean => viewers.some(({ watch }) => hearsChat(watch, chatId));
  const wanted = [...rung].filter(([, { chatId }]) => chatId === undefined || isWatched(chatId)).map(([id]) => id);
  if (wanted.length === 0) return;
  const messages = await desk.store.reads.messagesByIds(wanted);
  const isSeen = await sightOfChats(telling, [...new Set(messages.map(({ chatId }) => chatId))]);
  for (const message of messages) {
    const { chatId } = message;
    const hearing = viewers.filter((viewer) => hearsChat(viewer.watch, chatId) && isSeen(chatId, seenBy(viewer.person, telling)));
    const names = rung.get(message.id)?.names;
    const payload = messageJson(telling, message);
    for (const name of ANNOUNCED.filter((one) => names?.has(one)))
      emit(
        hearing.filter(({ watch }) => hearsName(watch, name)).map(({ id }) => id),
        name,
        payload,
      );
  }
}

/** A chat is seen by any of its tickets, or because it has none; read only when somebody does not see everything. */
async function sightOfChats({ desk, house, viewers }: Telling, chatIds: readonly string[]) {
  const isAsked = chatIds.length > 0 && viewers.some(({ person }) => seenBy(person, { house }) !== null);
  const holders = groupBy(isAsked ? await desk.store.reads.holdersIn(chatIds) : [], ({ chatId }) => chatId);
  return (chatId: string, sight: SeenBy | null): boolean =>
    sight === null || (holders.get(chatId)?.some((holder) => isSeenBy(holder, sight)) ?? true);
}
