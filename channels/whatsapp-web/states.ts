import type { LineState } from '../../src/ports/channel';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What ends a session, and what follows. */
export interface End {
  readonly state: LineState;
  /** It is of no use any more: a phone must be paired again. */
  readonly wipes?: boolean;
  /** Tried again by itself, after so long at least. */
  readonly wait?: number;
}

const failed = (code: string, says: string): LineState => ({ status: 'failed', code, says });
const waiting = (code: string, says: string): LineState => ({ status: 'waiting', code, says });

export const STARTING: LineState = { status: 'starting', code: null, says: null };

// biome-ignore format: a table is read in columns
export const ENDS = {
  no_browser:  { state: waiting('no_browser', 'No Chrome found: install chromium or set CHROME_PATH.'), wait: MINUTE },
  unreachable: { state: waiting('unreachable', 'WhatsApp Web can\u2019t be reached from this machine.'), wait: 5 * SECOND },
  crashed:     { state: waiting('crashed', 'The browser that holds the session has crashed.'), wait: 2 * SECOND },
  not_started: { state: waiting('not_started', 'The browser could not be started; the log says why.'), wait: 30 * SECOND },
  lost:        { state: waiting('unreachable', 'The connection to WhatsApp was lost.'), wait: 5 * SECOND },
  conflict:    { state: waiting('conflict', 'The same session was opened in another browser.'), wait: MINUTE },
  not_paired:  { state: failed('not_paired', 'Nobody scanned the code. Ask for a new one when a phone is at hand.') },
  logged_out:  { state: failed('logged_out', 'The account is logged out. Ask for a code and link the phone again.'), wipes: true },
  refused:     { state: failed('blocked', 'WhatsApp refuses this number. Look at the phone, which says why.') },
  outdated:    { state: failed('outdated', 'WhatsApp does not take this version of its web app. Update the desk.') },
} as const satisfies Record<string, End>;

/** Why the library says that it is disconnected (its `WAState`, or words of its own). */
// biome-ignore format: a table is read in columns
const DISCONNECTED: Readonly<Record<string, End>> = {
  LOGOUT: ENDS.logged_out, UNPAIRED: ENDS.logged_out, UNPAIRED_IDLE: ENDS.logged_out,
  CONFLICT: ENDS.conflict,
  TOS_BLOCK: ENDS.refused, SMB_TOS_BLOCK: ENDS.refused, PROXYBLOCK: ENDS.refused,
  DEPRECATED_VERSION: ENDS.outdated,
  'Max qrcode retries reached': ENDS.not_paired,
};

export const endOf = (reason: unknown): End => DISCONNECTED[String(reason)] ?? ENDS.lost;

const NO_NETWORK = /net::ERR_|ECONNREFUSED|ENOTFOUND|auth timeout|ready timeout|Navigation timeout/;

const NO_START = /Failed to launch|already running for|spawn .*E[A-Z]+|ENOENT|EACCES|ENOSPC/;

/** What made a start fail. The library also throws texts. */
export function endBy(cause: unknown): End {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (NO_START.test(said)) return ENDS.not_started;
  return NO_NETWORK.test(said) ? ENDS.unreachable : ENDS.crashed;
}

const LONGEST_WAIT = 5 * MINUTE;

/** Twice as long each time, and up to a quarter more, so that many desks do not come back at once. */
export const waitBefore = (first: number, tries: number, random: number): number =>
  Math.round(Math.max(first, Math.min(LONGEST_WAIT, first * 2 ** Math.min(tries, 20))) * (1 + random / 4));
