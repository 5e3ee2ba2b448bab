import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import type { Mention } from '../api/mentions';
import { usePreferences } from '../api/preferences';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { lastWords } from '../inbox/row-words';
import { onLive, watch } from '../live/link';
import { onTicketChange } from '../live/tickets';
import { aimSaid, nextAim } from '../ticket/aims';
import { personName } from '../ticket/person';
import { useWords } from '../words';
import type { Words } from '../words/en';
import { useTimes } from '../words/times';
import type { Times } from '../words/times-in';
import { beep } from './beep';
import { type News, newsOf } from './news';

const MINE = { lists: [{ assignee: 'me' }] };
const ALL = { lists: [{}] };

/** Calls back who looks elsewhere: the computer's own notes and a short sound, each only by choice. */
export function Notifier() {
  const { desktopNotifications, sounds } = usePreferences();
  const { me } = useWorkspace();
  const words = useWords();
  const times = useTimes();
  const tell = useTell();
  const choice = desktopNotifications === 'all' ? 'all' : 'mine';
  const off = desktopNotifications === 'none' && !sounds;
  useEffect(() => (off ? undefined : watch(choice === 'all' ? ALL : MINE)), [off, choice]);
  useEffect(() => {
    if (off) return;
    return onTicketChange((after, before) => {
      const news = newsOf(after, before, { me: me.id, choice, now: Date.now() });
      if (!after || !news || !document.hidden) return;
      if (desktopNotifications !== 'none') tell(ofTicket(after, news, words, times));
      if (sounds) beep();
    });
  }, [off, choice, me.id, desktopNotifications, sounds, tell, words, times]);
  useEffect(() => {
    if (off) return;
    return onLive<Mention>('mention.created', (mention) => {
      if (!document.hidden) return;
      if (desktopNotifications !== 'none') tell(ofMention(mention, words));
      if (sounds) beep();
    });
  }, [off, desktopNotifications, sounds, tell, words]);
  return null;
}

const ofMention = ({ ticketId, ticketNumber, author, text }: Mention, { together }: Pick<Words, 'together'>): Note => ({
  ticketId,
  title: together.named(author.name, ticketNumber),
  body: text,
});

const ofTicket = (ticket: Ticket, news: News, words: Words, times: Times): Note => ({
  ticketId: ticket.id,
  title: personName(ticket, words.common.noName),
  body: bodyOf(ticket, news, words, times),
});

function bodyOf(ticket: Ticket, news: News, words: Words, times: Times): string {
  const now = Date.now();
  const aim = news === 'due' ? nextAim(ticket, now) : null;
  if (aim) return aimSaid(aim, now, words, times);
  return news === 'assigned' ? words.ticket.news.assigned(ticket.number) : lastWords(ticket, '', words);
}

interface Note {
  readonly ticketId: string;
  readonly title: string;
  readonly body: string;
}

/** Only where the browser was allowed to: it is asked in the preferences, never here. */
function useTell(): (note: Note) => void {
  const go = useNavigate();
  return useCallback(
    ({ ticketId, title, body }) => {
      if (!('Notification' in window) || Notification.permission !== 'granted') return;
      const note = new Notification(title, { body, tag: ticketId, silent: true });
      note.onclick = () => {
        window.focus();
        note.close();
        void go({ to: '/inbox/$view/{-$ticketId}', params: { view: 'open', ticketId } });
      };
    },
    [go],
  );
}
