import type { LineGiven, LineState } from '../../src/ports/channel';
import { objectOf, timeOf } from '../common/json';
import { type Attempt, plan } from './attempt';
import { listen } from './listen';
import { fetchMissed } from './missed';
import type { Pairing } from './pairing';
import type { Speaking } from './speaking';
import { ENDS, type End, endBy, endOf, STARTING } from './states';
import type { Telling } from './telling';
import { LOOKED_AFTER, watch } from './watch';

const SECOND = 1000;
/** How long a step may take of which events tell: between pictures 20 s pass, between codes three minutes. */
const STEP = 240 * SECOND;
/** Clocks differ: what was written this much before the line was ready is taken for fresh. */
const FRESH = 15 * SECOND;

interface Needs {
  readonly given: LineGiven;
  readonly words: Telling;
  readonly voice: Speaking;
  readonly link: Pairing;
  tell(state: LineState): void;
  lose(attempt: Attempt, end: End): void;
  /** It has been ready for a while: when it is lost after that, it is not the same trouble again. */
  stood(): void;
}

/** Follows one start of the library by its events. It tells `ready` several times, and nothing of a crash. */
export function follow(now: Attempt, { given, words, voice, link, tell, lose, stood }: Needs): void {
  const on = (event: string, work: (...args: unknown[]) => void) =>
    now.client.on(event, (...args) => {
      if (!now.over) work(...args);
    });
  const step = (isPairing: boolean): void => {
    now.isPairing = isPairing;
    plan(given, now, STEP, () => lose(now, ENDS.unreachable));
  };
  const tellReady = (): void => tell({ status: 'ready', code: null, says: null, account: now.client.account() });
  const isReady = (): void => {
    if (now.readyAt !== null) return;
    Object.assign(now, { readyAt: given.now(), isPairing: false });
    link.want(null);
    tellReady();
    watch(given, now, {
      connected() {
        stood();
        tellReady();
      },
      unconnected: () => tell({ ...ENDS.lost.state, retryAt: given.now() + LOOKED_AFTER }),
      lost: lose,
    });
    catchUp().catch((cause: unknown) => lose(now, endBy(cause)));
  };
  const catchUp = async (): Promise<void> => {
    const count = await fetchMissed(given, now.client, words, voice);
    await words.settled();
    if (now.over) return;
    words.caughtUp();
    if (count > 0) given.log('info', 'what was missed was fetched', { count });
  };
  /** What is told late of a time when nobody was here. */
  const isMissed = (message: unknown): boolean => {
    const written = timeOf(objectOf(message).timestamp);
    return written !== null && now.readyAt !== null && words.heardUpTo() !== null && written < now.readyAt - FRESH;
  };

  on('qr', (qr) => {
    step(true);
    link.showPicture(now, String(qr));
  });
  on('code', (code) => {
    step(true);
    link.showCode(now, String(code));
  });
  on('loading_screen', () => now.readyAt === null && step(false));
  on('authenticated', () => {
    if (now.readyAt !== null) return;
    step(false);
    tell(STARTING);
  });
  on('ready', isReady);
  on('auth_failure', () => lose(now, ENDS.logged_out));
  on('disconnected', (reason) => lose(now, endOf(reason)));
  on('broken', (cause) => lose(now, endBy(cause)));
  listen({ on, tell: words.tell, speaking: voice, isMissed });
}
