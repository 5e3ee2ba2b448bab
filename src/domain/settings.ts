import { milliseconds, parseDuration } from './duration';
import type { FieldError } from './errors';
import { type Hours, hoursError, isZone } from './hours';

/** One setting: where it is, what it may be, its default, and the sentence that form and docs show. */
export interface Setting {
  readonly path: string;
  readonly type: 'duration' | 'boolean' | 'integer' | 'text' | 'choice' | 'zone' | 'language' | 'hours' | 'template';
  readonly nullable: boolean;
  readonly default: string | number | boolean | null;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** May a channel override it? */
  readonly perChannel: boolean;
  readonly says: string;
}

const STRATEGIES = ['round_robin', 'least_busy', 'manual'] as const;
const SEES = ['all', 'team', 'own'] as const;

// biome-ignore format: a table is read in columns
export const SETTINGS: readonly Setting[] = [
  { path: 'timers.idleAfter',            type: 'duration', nullable: true,  default: 'PT30M', perChannel: true,  says: 'How long after the last accepted answer an active ticket turns idle.' },
  { path: 'timers.idleCloseAfter',       type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long an idle ticket stays open before it closes by itself.' },
  { path: 'timers.idleReminderBefore',   type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long before that close the customer is reminded, with the reminder text.' },
  { path: 'timers.autoCloseAfter',       type: 'duration', nullable: true,  default: 'P7D',   perChannel: true,  says: 'How long after its opening, reopening or waking, or after the last customer message if that is later, any open ticket closes by itself.' },
  { path: 'timers.inProgressAfter',      type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long a ticket that was set aside waits before it returns to the queue.' },
  { path: 'timers.closeUnassignedAfter', type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long a ticket waits in the queue before it closes as unassignable.' },
  { path: 'timers.confirmCloseAfter',    type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long a customer who was asked whether the ticket may be closed has to answer before it closes; off = nobody is asked.' },
  { path: 'timers.catchUp',              type: 'duration', nullable: false, default: 'PT10M', perChannel: false, says: 'How long timers that idle or close wait after a downtime of more than five minutes, so that late messages are heard first.' },
  { path: 'routing.strategy',            type: 'choice',   nullable: false, default: 'round_robin', choices: STRATEGIES, perChannel: true, says: 'Who gets the next ticket: agents in turn, whoever has the fewest, or nobody until a person assigns it.' },
  { path: 'routing.capacity',            type: 'integer',  nullable: false, default: 5, min: 0, max: 1000, perChannel: false, says: 'How many active and proactive tickets routing gives to an agent who has no capacity of their own.' },
  { path: 'routing.sticky',              type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'The agent who handled the customer last comes first.' },
  { path: 'routing.stickyPatience',      type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long a ticket waits for that agent, while online but full, before others may have it; off = not at all.' },
  { path: 'routing.hours',               type: 'hours',    nullable: true,  default: null,    perChannel: false, says: 'Working hours of tickets whose team has none of its own; off = always.' },
  { path: 'routing.queueAlarmAfter',     type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long a ticket may wait in the queue before the desk raises an alarm.' },
  { path: 'routing.warnBefore',          type: 'duration', nullable: false, default: 'PT15M', perChannel: false, says: 'How long before a target is missed the desk says so.' },
  { path: 'routing.offlineGrace',        type: 'duration', nullable: false, default: 'PT60S', perChannel: false, says: 'How long the last live connection of an agent may be gone before the agent counts as offline.' },
  { path: 'routing.keepOnAway',          type: 'boolean',  nullable: false, default: false,   perChannel: false, says: 'Agents who turn away or offline keep their active tickets.' },
  { path: 'policy.agentsMayClose',       type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'Agents may close tickets.' },
  { path: 'policy.agentsMayTake',        type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'Agents may take a ticket that was set aside.' },
  { path: 'policy.agentsMayTakeOver',    type: 'boolean',  nullable: false, default: false,   perChannel: true,  says: 'Agents may take a ticket that a colleague has.' },
  { path: 'policy.agentsMayReopen',      type: 'boolean',  nullable: false, default: false,   perChannel: true,  says: 'Agents may reopen closed tickets.' },
  { path: 'policy.agentsSee',            type: 'choice',   nullable: false, default: 'all', choices: SEES, perChannel: false, says: 'Which tickets agents see: all; own, own teams\u2019 and unassigned ones without a team; or own ones only.' },
  { path: 'policy.autoAssignOnReply',    type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'An agent who answers a pending or set-aside ticket takes it.' },
  { path: 'policy.wakeOnReply',          type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'A customer message wakes a snoozed ticket.' },
  { path: 'policy.quietClose',           type: 'boolean',  nullable: false, default: true,    perChannel: true,  says: 'A sticker or up to three emoji within ten minutes after a close opens nothing.' },
  { path: 'policy.keepExclusion',        type: 'boolean',  nullable: false, default: false,   perChannel: true,  says: 'A ticket excluded from closing stays so after a change of status or agent.' },
  { path: 'policy.reopenWithin',         type: 'duration', nullable: true,  default: null,    perChannel: true,  says: 'How long after a close a returning customer reopens the former ticket instead of opening a new one.' },
  { path: 'policy.staleAfter',           type: 'duration', nullable: false, default: 'PT1H',  perChannel: true,  says: 'How old a message may be for the bot to answer it; an older one opens a ticket.' },
  { path: 'texts.greeting',              type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent when a customer\u2019s ticket opens.' },
  { path: 'texts.away',                  type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent when a customer\u2019s ticket opens and nobody is online.' },
  { path: 'texts.outOfHours',            type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent once per ticket when it waits outside working hours, in place of the next two.' },
  { path: 'texts.delay',                 type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent when a ticket opens and every agent who is online is busy.' },
  { path: 'texts.closing',               type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent when a ticket closes while the network still takes free text.' },
  { path: 'texts.confirmClose',          type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'The question whether a ticket may be closed; off = a short one in the language of the desk.' },
  { path: 'texts.reminder',              type: 'text',     nullable: true,  default: null,    perChannel: true,  says: 'Sent before an idle ticket closes by itself.' },
  { path: 'delivery.queuedAlarmAfter',    type: 'duration', nullable: true,  default: 'PT15M', perChannel: true,  says: 'How long a message may wait to be sent before the desk raises an alarm.' },
  { path: 'delivery.windowWarnBefore',   type: 'duration', nullable: true,  default: 'PT2H',  perChannel: true,  says: 'How long before the answer window of an open ticket closes the desk says so.' },
  { path: 'delivery.fallbackTemplate',   type: 'template', nullable: true,  default: null,    perChannel: true,  says: 'The template that goes out in place of an answer whose window closed while it waited; off = such an answer fails.' },
  { path: 'delivery.reactionsOpenWindow', type: 'boolean', nullable: false, default: false,   perChannel: true,  says: 'A customer\u2019s reaction opens the answer window like a message.' },
  { path: 'locale.timeZone',             type: 'zone',     nullable: false, default: 'UTC',   perChannel: false, says: 'The IANA time zone in which days begin and figures are grouped.' },
  { path: 'locale.language',             type: 'language', nullable: false, default: 'en',    perChannel: false, says: 'The language of the desk, as a BCP 47 tag.' },
];

export interface Settings {
  readonly timers: {
    readonly idleAfter: string | null;
    readonly idleCloseAfter: string | null;
    readonly idleReminderBefore: string | null;
    readonly autoCloseAfter: string | null;
    readonly inProgressAfter: string | null;
    readonly closeUnassignedAfter: string | null;
    readonly confirmCloseAfter: string | null;
    readonly catchUp: string;
  };
  readonly routing: {
    readonly strategy: (typeof STRATEGIES)[number];
    readonly capacity: number;
    readonly sticky: boolean;
    readonly stickyPatience: string | null;
    readonly hours: Hours | null;
    readonly queueAlarmAfter: string | null;
    readonly warnBefore: string;
    readonly offlineGrace: string;
    readonly keepOnAway: boolean;
  };
  readonly policy: {
    readonly agentsMayClose: boolean;
    readonly agentsMayTake: boolean;
    readonly agentsMayTakeOver: boolean;
    readonly agentsMayReopen: boolean;
    readonly agentsSee: (typeof SEES)[number];
    readonly autoAssignOnReply: boolean;
    readonly wakeOnReply: boolean;
    readonly quietClose: boolean;
    readonly keepExclusion: boolean;
    readonly reopenWithin: string | null;
    readonly staleAfter: string;
  };
  readonly texts: {
    readonly greeting: string | null;
    readonly away: string | null;
    readonly outOfHours: string | null;
    readonly delay: string | null;
    readonly closing: string | null;
    readonly confirmClose: string | null;
    readonly reminder: string | null;
  };
  readonly delivery: {
    readonly queuedAlarmAfter: string | null;
    readonly windowWarnBefore: string | null;
    readonly fallbackTemplate: TemplateName | null;
    readonly reactionsOpenWindow: boolean;
  };
  readonly locale: { readonly timeZone: string; readonly language: string };
}

/** A template by the name and language that the network knows it by. */
export interface TemplateName {
  readonly name: string;
  readonly language: string;
}

type Groups = Record<string, Record<string, unknown>>;
/** Some of the settings, in their groups: a PATCH, or what a channel overrides. */
export type PartialSettings = { readonly [G in keyof Settings]?: Partial<Settings[G]> };

export const DEFAULT_SETTINGS = defaults() as unknown as Settings;

function defaults(): Groups {
  const groups: Groups = {};
  for (const { path, default: value } of SETTINGS) {
    const [group, name] = path.split('.') as [string, string];
    groups[group] = { ...groups[group], [name]: value };
  }
  return groups;
}

/** `base` with `over` laid on it: missing stays, null is a value. */
export function withSettings(base: Settings, over: PartialSettings): Settings {
  const groups = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  return Object.fromEntries(groups.map((group) => [group, { ...base[group], ...over[group] }])) as unknown as Settings;
}

/** Everything wrong with a set of settings or overrides, by path; values of unknown paths are wrong too. */
export function settingErrors(given: PartialSettings, { perChannel }: { perChannel: boolean }): FieldError[] {
  const known = new Map(SETTINGS.map((setting) => [setting.path, setting]));
  return Object.entries(given as Groups).flatMap(([group, fields]) => {
    if (!Object.hasOwn(DEFAULT_SETTINGS, group)) return [{ path: group, message: 'unknown group of settings' }];
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [{ path: group, message: 'expected an object' }];
    return Object.entries(fields).flatMap(([name, value]) => {
      const path = `${group}.${name}`;
      const message = settingError(known.get(path), value, perChannel);
      return message ? [{ path, message }] : [];
    });
  });
}

function settingError(setting: Setting | undefined, value: unknown, perChannel: boolean): string | null {
  if (!setting) return 'unknown setting';
  if (perChannel && !setting.perChannel) return 'this setting holds for the whole workspace and can\u2019t be overridden by a channel';
  return valueError(setting, value);
}

/** What is wrong with settings that are each right: a reminder that would come before the idling, or after the close. */
export function policyErrors({ timers }: Settings): FieldError[] {
  const before = milliseconds(timers.idleReminderBefore);
  const close = milliseconds(timers.idleCloseAfter);
  if (before === null || close === null || before < close) return [];
  return [{ path: 'timers.idleReminderBefore', message: 'must be shorter than timers.idleCloseAfter' }];
}

const CHECKS: Record<Setting['type'], (value: unknown, setting: Setting) => string | null> = {
  duration: (value) => {
    if (typeof value !== 'string') return 'expected an ISO 8601 duration such as PT30M';
    const ms = parseDuration(value);
    return typeof ms === 'number' ? null : ms.error;
  },
  boolean: (value) => (typeof value === 'boolean' ? null : 'expected true or false'),
  integer: (value, { min, max }) =>
    Number.isInteger(value) && Number(value) >= Number(min) && Number(value) <= Number(max)
      ? null
      : `expected a whole number from ${min} to ${max}`,
  text: (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= 4096 ? null : 'expected a text of 1 to 4096 characters',
  choice: (value, setting) => {
    const choices = setting.choices as readonly unknown[];
    return choices.includes(value) ? null : `expected one of ${choices.join(', ')}`;
  },
  zone: (value) => (typeof value === 'string' && isZone(value) ? null : 'expected an IANA time zone such as Europe/Lisbon'),
  hours: hoursError,
  template: (value) => (isTemplateName(value) ? null : 'expected the name and the language of a template'),
  language: (value) =>
    typeof value === 'string' && canMake(() => new Intl.Locale(value)) ? null : 'expected a language tag such as en or pt-BR',
};

function valueError(setting: Setting, value: unknown): string | null {
  if (value === null) return setting.nullable ? null : 'can\u2019t be null';
  return CHECKS[setting.type](value, setting);
}

function isTemplateName(value: unknown): boolean {
  const { name, language, ...others } = (value ?? {}) as Record<string, unknown>;
  const isWord = (word: unknown, most: number) => typeof word === 'string' && word !== '' && word.length <= most;
  return Object.keys(others).length === 0 && isWord(name, 512) && isWord(language, 16);
}

function canMake(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
