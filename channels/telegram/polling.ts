import type { ChannelConfig, LineGiven, LineMemory, LineState, OpenLine } from '../../src/ports/channel';
import { isObject, type Json, listOf, numberOf, objectOf } from '../common/json';
import { callBot } from './api';
import { nameOf } from './check';
import { UPDATES } from './hear';
import { stateOf, waitAfter } from './polling-states';

/** Telegram holds an unanswered question for so long, in seconds. */
const HOLD = 25;
const AT_ONCE = 100;
/** Somebody between Telegram and us may hold nothing: then we do, in milliseconds. */
const AT_LEAST = 1000;
/** After a week without news Telegram counts its updates anew, perhaps from below. */
const SAME_COUNT = 6 * 24 * 60 * 60 * 1000;

interface Polling {
  readonly config: ChannelConfig;
  readonly given: LineGiven;
  readonly signal: AbortSignal;
  memory: LineMemory;
}

/**
 * Asks Telegram for updates, one long question after the other. What came is stored before the next question says so: what
 * could not be stored is told again, and what was stored twice is known by its ids.
 */
export async function openPolling(config: ChannelConfig, given: LineGiven): Promise<OpenLine> {
  let turn = begin(config, given, given.kept);
  let closed = false;
  return {
    async wish({ type }) {
      if (type !== 'restart') throw new TypeError('A bot that is polled has no phone: it can only begin anew.');
      await turn.end();
      if (!closed) turn = begin(config, given, turn.memory());
    },
    close: () => {
      closed = true;
      return turn.end();
    },
  };
}

function begin(config: ChannelConfig, given: LineGiven, kept: LineMemory | null) {
  const ending = new AbortController();
  const polling: Polling = { config, given, signal: ending.signal, memory: ofThisBot(config, kept) };
  const run = pollOn(polling).catch((cause: unknown) => {
    given.log('error', 'polling broke', { cause: String(cause) });
    if (!ending.signal.aborted) given.tell({ status: 'failed', code: 'broken', says: 'Polling broke; the log says how. Begin it anew.' });
  });
  return {
    memory: () => polling.memory,
    async end() {
      ending.abort();
      await run;
    },
  };
}

const botOf = ({ botToken = '' }: ChannelConfig): string => botToken.split(':')[0] ?? '';

/** Another bot counts by itself. */
const ofThisBot = (config: ChannelConfig, kept: LineMemory | null): LineMemory =>
  kept?.bot === botOf(config) ? kept : { bot: botOf(config) };

async function pollOn(polling: Polling): Promise<void> {
  const { given, signal } = polling;
  const { tell } = spoken(given);
  tell({ status: 'starting', code: null, says: null });
  let account: string | null | undefined;
  for (let failures = 0; !signal.aborted; ) {
    try {
      await pollOnce(polling, tell.isReady() ? HOLD : 0);
      // Its name alone is nothing to fail for.
      if (account === undefined) account = await introduction(polling).catch(() => null);
      tell({ status: 'ready', code: null, says: null, account });
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const wait = waitAfter(error, failures++, given.random());
      tell(stateOf(error, wait === null ? null : given.now() + wait));
      if (wait === null) return;
      await pause(given, wait, signal);
    }
  }
}

/** The same word is said once. */
function spoken(given: LineGiven) {
  let last: LineState | null = null;
  const tell = (state: LineState): void => {
    const isSame = last !== null && last.status === state.status && state.status === 'ready';
    last = state;
    if (!isSame) given.tell(state);
  };
  tell.isReady = (): boolean => last?.status === 'ready';
  return { tell };
}

const introduction = async ({ config, given, signal }: Polling): Promise<string | null> =>
  nameOf(objectOf(await callBot(config, { method: 'getMe', body: {}, signal }, given.outside)));

/** One question. The offset that it says is of what is stored: Telegram then forgets all before it. */
async function pollOnce(polling: Polling, hold: number): Promise<void> {
  const { config, given, signal, memory } = polling;
  const offset = offsetIn(memory, given.now());
  const body = { timeout: hold, limit: AT_ONCE, allowed_updates: UPDATES, ...(offset === null ? {} : { offset }) };
  const askedAt = given.now();
  const result = await callBot(config, { method: 'getUpdates', body, patience: hold * 1000, signal }, given.outside);
  const updates = listOf(result).filter(isObject).sort(byCount);
  const last = updates.length === 0 ? null : countOf(updates.at(-1) ?? {});
  if (last === null) return hold > 0 && given.now() - askedAt < AT_LEAST ? pause(given, AT_LEAST, signal) : undefined;
  await given.hear(updates);
  polling.memory = { bot: botOf(config), offset: last + 1, at: given.now() };
  await given.keep(polling.memory);
}

const countOf = ({ update_id }: Json): number | null => numberOf(update_id);

const byCount = (one: Json, other: Json): number => (countOf(one) ?? 0) - (countOf(other) ?? 0);

function offsetIn({ offset, at }: LineMemory, now: number): number | null {
  const isRecent = typeof at === 'number' && now - at < SAME_COUNT;
  return typeof offset === 'number' && isRecent ? offset : null;
}

/** Waits by the desk's clock, or until it is ended. */
function pause({ after }: LineGiven, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      callOff();
      resolve();
    };
    const callOff = after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
