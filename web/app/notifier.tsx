import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { usePreferences } from '../api/preferences';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { watch } from '../live/link';
import { onTicketChange } from '../live/tickets';
import { personName } from '../ticket/person';
import { useWords } from '../words';
import { beep } from './beep';
import { type News, newsOf } from './news';

const MINE = { lists: [{ assignee: 'me' }] };
const ALL = { lists: [{}] };

/** Calls back who looks elsewhere: the computer's own notes and a short sound, each only by choice. */
export function Notifier() {
  const { desktopNotifications, sounds } = usePreferences();
  const { me } = useWorkspace();
  const tell = useTell();
  const choice = desktopNotifications === 'all' ? 'all' : 'mine';
  const off = desktopNotifications === 'none' && !sounds;
  useEffect(() => (off ? undefined : watch(choice === 'all' ? ALL : MINE)), [off, choice]);
  useEffect(() => {
    if (off) return;
    return onTicketChange((after, before) => {
      const news = newsOf(after, before, { me: me.id, choice, now: Date.now() });
      if (!after || !news || !document.hidden) return;
      if (desktopNotifications !== 'none') tell(after, news);
      if (sounds) beep();
    });
  }, [off, choice, me.id, desktopNotifications, sounds, tell]);
  return null;
}

/** Only where the browser was allowed to: it is asked in the preferences, never here. */
function useTell(): (ticket: Ticket, news: News) => void {
  const { ticket: words, common } = useWords();
  const go = useNavigate();
  return useCallback(
    (ticket, news) => {
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const body = news === 'assigned' ? words.news.assigned(ticket.number) : (ticket.lastMessage?.text ?? '');
      const note = new Notification(personName(ticket, common.noName), { body, tag: ticket.id, silent: true });
      note.onclick = () => {
        window.focus();
        note.close();
        void go({ to: '/inbox/$view/{-$ticketId}', params: { view: 'open', ticketId: ticket.id } });
      };
    },
    [words, common, go],
  );
}
