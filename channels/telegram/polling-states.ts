import { type LineState, SendFailure } from '../../src/ports/channel';

const SECOND = 1000;
const LONGEST = 60 * SECOND;
/** Somebody else asks too, or a webhook is set: whoever asks at once drives the other out. */
const AFTER_CONFLICT = 5 * SECOND;

/** How long to wait before the next question, in milliseconds; null when no waiting helps. */
export function waitAfter(error: unknown, failures: number, random: number): number | null {
  if (!(error instanceof SendFailure)) return backoff(failures, random);
  const { problem, options } = error;
  if (problem.code === 'auth') return null;
  // A wish of Telegram holds exactly.
  if (options.retryAfter !== undefined) return options.retryAfter;
  const own = backoff(failures, random);
  return isConflict(error) ? Math.max(AFTER_CONFLICT, own) : own;
}

/** 1 s, 2 s, 4 s … 1 min, each up to half as long again. */
const backoff = (failures: number, random: number): number =>
  Math.round(Math.min(LONGEST, SECOND * 2 ** Math.min(failures, 10)) * (1 + random / 2));

const isConflict = ({ problem }: SendFailure): boolean => problem.providerCode === '409';

/** How the line is after a question that was not answered, in words for who runs the desk. */
export function stateOf(error: unknown, retryAt: number | null): LineState {
  const waiting = { status: 'waiting', retryAt } as const;
  if (!(error instanceof SendFailure))
    return { ...waiting, code: 'not_stored', says: 'What came could not be stored; it is fetched again.' };
  const { code, detail } = error.problem;
  if (code === 'auth')
    return {
      status: 'failed',
      code: 'refused',
      says: `Telegram does not take the bot token (${detail}). Paste the one that @BotFather shows.`,
    };
  if (isConflict(error)) return { ...waiting, code: 'conflict', says: conflict(detail) };
  if (code === 'rate_limited') return { ...waiting, code: 'rate_limited', says: 'Telegram asks for patience.' };
  return { ...waiting, code: 'unreachable', says: `Telegram can’t be reached: ${detail}.` };
}

const conflict = (detail: string): string =>
  /webhook/i.test(detail)
    ? 'A webhook is set for this bot, so Telegram gives out nothing. The desk takes it away; if it comes back, another program uses the bot.'
    : 'Another program fetches the messages of this bot. Stop it, or give the desk a bot of its own.';
