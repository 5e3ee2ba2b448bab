import { parseDuration } from '../../src/domain/duration';
import type { TicketEvent } from '../api/types';
import type { IconName } from '../parts/icons';
import type { Words } from '../words/en';
import type { Told } from '../words/en/thread';
import { isolated, strong } from './marks';

export interface Telling {
  readonly words: Words;
  readonly meId: string;
  /** How a sentence calls the customer. */
  readonly customer: string;
  /** A stage's name by its key. */
  readonly stageName: (key: string) => string;
  /** What a field of the admin's own is called, by its key; a field that is gone has its key only. */
  readonly fieldName: (key: string) => string;
  readonly moment: (at: string) => string;
}

/** What happened, as one sentence: what one act made happen at once is said together. */
export function sentenceOf(events: readonly TicketEvent[], telling: Telling): string {
  const { events: say } = telling.words.thread;
  const told = saidOf(events);
  const [first, ...rest] = told.map((event, index) =>
    index > 0 && isGiving(event) ? say.assignedThen(toldOf(event, telling).to) : one(event, telling),
  );
  return rest.reduce((sentence, then) => say.and(sentence, then), first ?? say.unknown());
}

/** The last of those that say the same: a snooze sets aside, a waking brings back. */
const saidOf = (events: readonly TicketEvent[]): TicketEvent[] =>
  events.filter((event, index) => {
    const next = events[index + 1];
    if (!next) return true;
    return !(next.type === 'snoozed' || (event.type === 'woken' && next.cause === 'woken'));
  });

const isGiving = ({ cause, assignee }: TicketEvent): boolean => cause === 'assigned' && assignee?.to != null;

function one(event: TicketEvent, telling: Telling): string {
  const { events: say } = telling.words.thread;
  const told = toldOf(event, telling);
  const table = say as unknown as Readonly<Record<string, (told: Told) => string>>;
  const sentence = (table[keyOf(event)] ?? say.unknown)(told);
  return event.data?.writtenBeforeClose === true ? `${sentence}, ${say.writtenBefore}` : sentence;
}

function keyOf({ type, cause, actor, assignee, decision }: TicketEvent): string {
  if (cause === 'bot_silenced' && decision?.facts.reason === 'thread_held') return 'decided.bot_silenced_held';
  const givesItself = assignee?.to != null && assignee.to.id === actor.id;
  if (givesItself && (cause === 'assigned' || cause === 'reassigned')) return 'taken';
  if (type === 'woken' && cause === 'woken' && actor.kind === 'customer') return 'woken.by_customer';
  return `${type}.${cause}`;
}

function toldOf(event: TicketEvent, telling: Telling): Told {
  const { actor, assignee, stage, decision, data } = event;
  const { words, customer, stageName, moment } = telling;
  return {
    by: isPerson(actor.kind) ? nameOf(actor, telling) : '',
    to: assignee?.to ? nameOf(assignee.to, telling) : '',
    from: assignee?.from ? nameOf(assignee.from, telling) : '',
    customer: isolated(customer),
    bot: actor.kind === 'bot' && actor.name !== null ? isolated(actor.name) : '',
    stage: stage?.to ? isolated(stageName(stage.to)) : '',
    lasting: lastingOf(decision?.facts, words),
    until: typeof data?.until === 'string' ? moment(data.until) : '',
    changes: changesOf(data, telling),
    team: teamIn(data) && isolated(teamIn(data)),
    rule: typeof decision?.facts.name === 'string' ? isolated(decision.facts.name) : '',
    target: words.targets.kinds[decision?.facts.target as Aimed] ?? words.targets.one,
    due: typeof decision?.facts.dueAt === 'string' ? words.ticket.next.at(moment(decision.facts.dueAt)) : '',
  };
}

/** The name of the team that it came to; empty when an event tells of none. */
const teamIn = (data: TicketEvent['data']): string => (isChange(data?.team) ? teamName(data.team.to) : '');

const teamName = (team: unknown): string => String((team as { readonly name?: string } | null)?.name ?? '');

type Aimed = keyof Words['targets']['kinds'];

const isPerson = (kind: string): boolean => kind === 'agent' || kind === 'admin';

function nameOf({ id, name }: { readonly id: string | null; readonly name: string | null }, { words, meId }: Telling): string {
  if (id === meId) return strong(words.thread.events.you);
  return strong(name ?? words.thread.voices.agent);
}

const LASTING = [
  'queueAlarmAfter',
  'idleAfter',
  'idleCloseAfter',
  'autoCloseAfter',
  'inProgressAfter',
  'closeUnassignedAfter',
  'queuedAlarmAfter',
];

/** The time that a timer of this decision waited. */
function lastingOf(facts: Readonly<Record<string, unknown>> | undefined, words: Words): string {
  const found = LASTING.map((name) => facts?.[name]).find((value) => typeof value === 'string');
  return found === undefined ? '' : durationText(found as string, words);
}

export function durationText(iso: string, { common }: Words): string {
  const ms = parseDuration(iso);
  return typeof ms === 'number' ? common.lasting(ms) : '';
}

type Changed = (value: unknown, words: Words) => string;

// biome-ignore format: a table is read in columns
const CHANGES: Readonly<Record<string, Changed>> = {
  priority:           (value, { thread, common }) => thread.changes.priority(common.priorities[String(value)] ?? String(value)),
  team:               (value, { thread }) => thread.changes.team(isolated(teamName(value))),
  tags:               (value, { thread }) => thread.changes.tags(isolated(Array.isArray(value) ? value.join(', ') : '')),
  subject:            (value, { thread }) => thread.changes.subject(typeof value === 'string' && value !== '' ? isolated(value) : ''),
  excludeFromClosing: (value, { thread }) => (value === true ? thread.changes.keptOpen : thread.changes.notKeptOpen),
};

function changesOf(data: TicketEvent['data'], { words, fieldName }: Telling): string {
  const said = Object.entries(data ?? {}).flatMap(([field, change]) => {
    const changed = CHANGES[field];
    if (!isChange(change)) return [];
    return field === 'fields' ? fieldChanges(change.to, words, fieldName) : changed ? [changed(change.to, words)] : [];
  });
  return said.join(', ') || words.thread.changes.other;
}

function fieldChanges(to: unknown, { thread }: Words, fieldName: Telling['fieldName']): string[] {
  return Object.entries(to ?? {}).map(([key, value]) =>
    thread.changes.field(isolated(fieldName(key)), value === null ? '' : isolated(String(value))),
  );
}

const isChange = (value: unknown): value is { readonly to: unknown } => typeof value === 'object' && value !== null && 'to' in value;

// biome-ignore format: a table is read in columns
const ICONS: Readonly<Record<string, IconName>> = {
  assigned: 'personAdd', reassigned: 'personAdd', taken_over: 'personAdd', transferred: 'transfer', agent_removed: 'person', handed_over: 'transfer', routed_by_rule: 'team', team_deleted: 'team',
  set_in_progress: 'setAside', customer_silent: 'moon', idle_expired: 'check', closed_by_person: 'check', auto_closed: 'check', unassignable: 'check',
  assignee_unavailable: 'queue', released: 'queue', in_progress_expired: 'queue', customer_wrote: 'queue', handed_off: 'bot', bot_failed: 'bot', bot_silenced: 'bot',
  target_soon: 'clock', target_missed: 'warning', queue_alarm: 'queue', delivery_late: 'clock', delivery_flows: 'send', window_soon: 'clock', window_closed: 'failed', window_fallback: 'template', message_sent_again: 'retry', message_seen_sent: 'check',
  woken: 'sun', snoozed: 'snooze', customer_replied: 'reply', reopened: 'history', customer_returned: 'history',
  echo: 'phone', agent_wrote: 'send', stage_chosen: 'stages', stage_deleted: 'stages', changed_by_person: 'pen', contact_blocked: 'shield', contact_unblocked: 'shield', contact_merged: 'contacts', contact_parted: 'contacts', exclusion_lifted: 'clock',
  close_asked: 'check', close_declined: 'reply', close_question_failed: 'failed', confirmed: 'check', confirmation_expired: 'check',
  reminded: 'clock', reminder_skipped: 'clock', noted: 'lock', thread_held: 'transfer', thread_back: 'reply',
};

/** The drawing before the sentence, of what came out in the end. */
export const iconOf = (events: readonly TicketEvent[]): IconName => ICONS[events.at(-1)?.cause ?? ''] ?? 'info';
