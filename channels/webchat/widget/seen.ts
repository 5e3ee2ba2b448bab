import { newestSaid, unreadIn } from './log';
import type { Parts } from './parts';

/** Tells the desk what was seen, when somebody can see it. */
export function look(parts: Parts): void {
  const { now, memory, line, net, seat } = parts;
  const { open, log } = now();
  const newest = newestSaid(log);
  const isNews = newest && (newest.sentAt > (memory.get('seen') ?? '') || (parts.seenId ?? newest.id) !== newest.id);
  if (isNews && open && document.visibilityState === 'visible') {
    memory.set('seen', newest.sentAt);
    parts.seenId = newest.id;
    const rev = parts.place.shown() ?? '';
    if (!line.say({ type: 'seen', rev })) void seat.with((token) => net.ask(token, 'POST', '/seen', { rev })).catch(() => undefined);
  }
  count(parts);
}

/** How much of it nobody has seen yet. */
export function count({ now, memory, set, tell }: Parts): void {
  const unread = unreadIn(now().log, memory.get('seen') ?? '').length;
  if (unread === now().unread) return;
  set({ unread });
  tell({ type: 'unread', count: unread });
}
