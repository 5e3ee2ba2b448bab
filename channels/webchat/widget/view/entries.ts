import type { Content } from '../../../../src/domain/content';
import { time } from '../clock';
import { chosenOf, inOrder, isRead } from '../log';
import type { State } from '../state';
import type { Message, Waiting } from '../wire';
import type { Keyed } from './dom';

/** One thing that stands in the conversation, from top to bottom. */
export type Entry = Keyed &
  (
    | { readonly kind: 'day'; readonly at: string }
    | { readonly kind: 'greeting'; readonly text: string }
    | { readonly kind: 'said'; readonly said: Said }
  );

/** A message that the desk has, or one that it is to have. */
export interface Said {
  readonly mine: boolean;
  /** null: not at the desk yet. */
  readonly message: Message | null;
  readonly waiting: Waiting | null;
  /** null: it was taken back. */
  readonly content: Content | null;
  readonly at: string;
  /** Who speaks stands above the first of a run. */
  readonly first: boolean;
  /** How far it is; null: that is said of a later one. */
  readonly progress: 'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | null;
  /** Of choices: the one that was taken. */
  readonly chosen: string | null;
}

const RUN = 5 * 60_000;

export function entriesOf(state: State): readonly Entry[] {
  const messages = inOrder(state.log);
  const told = new Set(messages.map(({ clientId }) => clientId));
  const waiting = state.waiting.filter(({ clientId }) => !told.has(clientId));
  const lastMine = messages.findLast(({ by }) => by === 'visitor')?.id ?? null;
  const greeting = state.config.greeting && messages.length === 0 ? [greetingOf(state.config.greeting)] : [];
  const said = [
    ...messages.map((message, at) => saidOf(state, message, messages[at - 1], waiting.length === 0 && message.id === lastMine)),
    ...waiting.map((one) => waitingOf(state, one)),
  ];
  return [...greeting, ...withDays(said)];
}

const greetingOf = (text: string): Entry => ({ kind: 'greeting', key: 'greeting', sign: text, text });

function saidOf({ log, readTo, waiting }: State, message: Message, before: Message | undefined, tells: boolean): Said {
  const near = before && Date.parse(message.sentAt) - Date.parse(before.sentAt) < RUN;
  return {
    mine: message.by === 'visitor',
    message,
    waiting: null,
    content: message.content,
    at: message.sentAt,
    first: !near || before.by !== message.by || before.name !== message.name,
    progress: !tells ? null : isRead(log, message, readTo) ? 'read' : message.state,
    chosen: chosenOf(log, waiting, message.id),
  };
}

function waitingOf({ offline }: State, waiting: Waiting): Said {
  const { fileName } = waiting;
  const content = { state: 'waiting', mime: '', bytes: 0, fileName, ...waiting.content } as Content;
  const progress = waiting.failed !== null ? 'failed' : offline ? 'waiting' : 'sending';
  return { mine: true, message: null, waiting, content, at: new Date(waiting.at).toISOString(), first: false, progress, chosen: null };
}

function withDays(all: readonly Said[]): Entry[] {
  let day = '';
  return all.flatMap((said) => {
    const { message, waiting, first, progress, chosen } = said;
    const key = message?.clientId ?? waiting?.clientId ?? message?.id ?? '';
    const sign = JSON.stringify([message?.rev, first, progress, chosen, waiting?.failed]);
    const entry: Entry = { kind: 'said', key, sign, said };
    const its = new Date(said.at).toDateString();
    if (its === day) return [entry];
    day = its;
    // After midnight "today" is another day.
    return [{ kind: 'day', key: `day ${its}`, sign: new Date(time()).toDateString(), at: said.at }, entry];
  });
}
