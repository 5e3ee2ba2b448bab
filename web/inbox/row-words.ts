import type { Ticket } from '../api/types';
import { personName } from '../ticket/person';
import type { Words } from '../words/en';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From then on a wait without a target is said in amber. */
const LATE = 10 * MINUTE;
const SOON = 4 * HOUR;

interface Wait {
  readonly ms: number;
  readonly late: boolean;
}

/** How long somebody has been waiting: the customer for an answer, or a ticket in the queue; null when nobody waits. */
export function waitOf({ waitingSince, targets }: Pick<Ticket, 'waitingSince' | 'targets'>, now: number): Wait | null {
  if (waitingSince === null) return null;
  const ms = Math.max(0, now - Date.parse(waitingSince));
  const answers = targets.filter(({ kind, endedAt }) => kind !== 'resolution' && endedAt === null);
  return { ms, late: answers.length > 0 ? answers.some(({ dueAt }) => Date.parse(dueAt) <= now) : ms > LATE };
}

/** In its largest unit only: 14 min, 23 h, 2 d. A list says no more. */
export function largestUnit(ms: number): number {
  const unit = ms < HOUR ? MINUTE : ms < 2 * DAY ? HOUR : DAY;
  return Math.max(Math.floor(ms / unit) * unit, MINUTE);
}

/** The last words, and what they are when they are no words. Who of the agents wrote them, a ticket does not tell: whose it is did. */
export function lastWords(
  ticket: Pick<Ticket, 'assignee' | 'lastAssignee'> & {
    readonly lastMessage: Pick<NonNullable<Ticket['lastMessage']>, 'type' | 'text' | 'author' | 'direction'> | null;
  },
  me: string,
  { inbox }: Pick<Words, 'inbox'>,
): string {
  if (!ticket.lastMessage) return '';
  const { type, text, author, direction } = ticket.lastMessage;
  const kind = inbox.types[type];
  const said = text === '' ? (kind ?? inbox.otherType) : kind && NAMED.has(type) ? `${kind}: ${text}` : text;
  if (direction === 'note') return inbox.note(said);
  if (author === 'customer') return said;
  if (author !== 'agent') return inbox.by[author](said);
  return (ticket.assignee ?? ticket.lastAssignee)?.id === me ? inbox.yours(said) : inbox.by.agent(said);
}

/** Words that say little without what they belong to. */
const NAMED = new Set(['image', 'video', 'audio', 'voice', 'document', 'location', 'contacts', 'template', 'share', 'form_reply']);

interface Telling {
  readonly now: number;
  readonly words: Pick<Words, 'common' | 'inbox'>;
  /** 14 minutes, in whole words. */
  readonly lasting: (ms: number) => string;
  /** When the last message was, as the row shows it. */
  readonly when: string;
  readonly said: string;
  readonly gone: boolean;
  /** What is due, where a row shows it. */
  readonly due?: string;
}

/** A row as one sentence: "Bruno Salles, WhatsApp, waits 14 minutes, 2 unread, Active, stage Open, Paguei o frete…" */
export function rowSentence(ticket: Ticket, { now, words: { common, inbox }, lasting, when, said, gone, due = '' }: Telling): string {
  const wait = waitOf(ticket, now);
  const parts = [
    personName(ticket, common.noName),
    common.networks[ticket.channel.kind] ?? ticket.channel.kind,
    wait ? inbox.waits(lasting(wait.ms)) : when,
    ticket.unread > 0 ? common.unread(ticket.unread) : '',
    common.statuses[ticket.status],
    inbox.stage(ticket.stage.name),
    due,
    windowSaid(ticket, now, inbox, lasting),
    said,
    ticket.lastMessage?.direction === 'out' && ticket.lastMessage.delivery ? common.deliveries[ticket.lastMessage.delivery] : '',
    gone ? inbox.gone : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function windowSaid({ replyWindow, status }: Ticket, now: number, inbox: Words['inbox'], lasting: Telling['lasting']): string {
  if (!replyWindow || status === 'closed') return '';
  const left = replyWindow.closesAt === null ? 0 : Date.parse(replyWindow.closesAt) - now;
  if (left <= 0) return inbox.windowOver;
  return left <= SOON ? inbox.windowLeft(lasting(left)) : '';
}

const spoken = new Map<string, (ms: number) => string>();

/** `14 minutes`, `23 hours`, `2 days`, in whole words. Made once a language: every row wants it. */
export function spokenIn(language: string): (ms: number) => string {
  const say = spoken.get(language) ?? newSpoken(language);
  spoken.set(language, say);
  return say;
}

function newSpoken(language: string): (ms: number) => string {
  const unit = (name: string) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' });
  const [minutes, hours, days] = [unit('minute'), unit('hour'), unit('day')];
  return (ms) => {
    if (ms < HOUR) return minutes.format(Math.max(1, Math.floor(ms / MINUTE)));
    return ms < 2 * DAY ? hours.format(Math.floor(ms / HOUR)) : days.format(Math.floor(ms / DAY));
  };
}
