import type { LineGiven, LineState, LineWish, OpenLine } from '../../src/ports/channel';
import { type Attempt, attemptWith, plan } from './attempt';
import { type MakeClient, NoBrowser, type WebClient } from './client';
import { follow } from './follow';
import { pairing } from './pairing';
import { forget } from './session';
import { type Speaking, speaking } from './speaking';
import { ENDS, type End, endBy, STARTING, waitBefore } from './states';
import { telling } from './telling';
import { within } from './time';

const SECOND = 1000;
const LOAD = 120 * SECOND;
const LOGOUT_WITHIN = 20 * SECOND;

/** The line of this kind: what `send` and the gestures find as `Outside.line`. */
export interface WebLine extends OpenLine {
  readonly speaking: Speaking;
  /** null while it is not ready. */
  client(): WebClient | null;
}

export const isWebLine = (line: OpenLine | undefined): line is WebLine => line !== undefined && 'speaking' in line;

/** A session of WhatsApp Web, kept alive: started, and started again when it is lost, with longer and longer waits. */
export function openWebLine(make: MakeClient, given: LineGiven): WebLine {
  let attempt: Attempt | null = null;
  let closed = false;
  let tries = 0;
  let callOffRetry = (): void => undefined;
  let doing: Promise<unknown> = Promise.resolve();
  let told: string | null = null;

  const client = (): WebClient | null => (attempt && !attempt.over && attempt.readyAt !== null ? attempt.client : null);
  const words = telling(given, { client, overflowed: () => attempt && lose(attempt, ENDS.lost) });
  const voice = speaking(given, client);
  const tell = (state: LineState): void => {
    if (closed || told === JSON.stringify(state)) return;
    told = JSON.stringify(state);
    given.tell(state);
  };
  const link = pairing(given, tell);

  /** Starts and ends follow each other: there is never a second browser on a session's folder. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = doing.then(work);
    doing = done.catch((cause) => given.log('error', 'a line could not be brought further', { cause: String(cause) }));
    return done;
  };
  const begin = (): Promise<void> =>
    inTurn(async () => {
      if (closed || attempt) return;
      tell(STARTING);
      try {
        const made = await make({ folder: await given.folder(), chromePath: given.chromePath });
        if (!closed) start(attemptWith(made));
      } catch (cause) {
        after(cause instanceof NoBrowser ? ENDS.no_browser : failed(cause));
      }
    });
  const start = (now: Attempt): void => {
    attempt = now;
    follow(now, { given, words, voice, link, tell, lose, stood: () => (tries = 0) });
    plan(given, now, LOAD, () => lose(now, ENDS.unreachable));
    now.client.initialize().catch((cause: unknown) => now.over || lose(now, failed(cause)));
  };
  const failed = (cause: unknown): End => {
    given.log('warn', 'WhatsApp Web did not start', { cause: String(cause).split('\n', 1)[0] });
    return endBy(cause);
  };

  /** It is over: by itself, or by what it came to. Nothing is sent through it from this moment on. */
  const lose = (now: Attempt, end: End): void => {
    if (now.over) return;
    put(now);
    tell(end.state);
    const goOn = () => after(end);
    void inTurn(() => finish(now, end.wipes === true)).then(goOn, goOn);
  };
  const put = (now: Attempt): void => {
    if (now.over) return;
    now.over = true;
    now.callOff();
    if (now.readyAt !== null) words.missing();
    voice.lost();
  };
  const finish = async (now: Attempt, wipes = false): Promise<void> => {
    await now.client.destroy().catch((cause) => given.log('error', 'a browser could not be ended', { cause: String(cause) }));
    if (wipes) await forget(await given.folder());
    if (attempt === now) attempt = null;
  };
  const after = (end: End): void => {
    if (closed) return;
    if (end.wait === undefined) {
      tell(end.state);
      return;
    }
    const wait = waitBefore(end.wait, tries++, given.random());
    tell({ ...end.state, retryAt: given.now() + wait });
    callOffRetry();
    callOffRetry = given.after(wait, () => void begin());
  };

  const stop = (): Promise<void> => {
    callOffRetry();
    if (attempt) put(attempt);
    return inTurn(async () => {
      // One that was just being made when it was asked to stop.
      if (attempt) put(attempt);
      if (attempt) await finish(attempt);
    });
  };
  const logOut = async (): Promise<void> => {
    const unlinked = client()?.logout() ?? Promise.resolve();
    await within(given, LOGOUT_WITHIN, unlinked).catch(() => given.log('warn', 'the phone still shows this device'));
    await stop();
    await inTurn(async () => forget(await given.folder()));
  };
  const meet = async (wish: LineWish): Promise<void> => {
    if (wish.type === 'pair' && client()) throw new TypeError('A phone is linked already: log out first.');
    link.want(wish.type === 'pair' ? wish.phone.replace(/\D/g, '') : null);
    if (wish.type === 'log_out') return logOut().then(() => after(ENDS.logged_out));
    if (wish.type === 'pair' && attempt?.isPairing) return link.ask(attempt);
    await stop();
    tries = 0;
    await begin();
  };

  void begin();
  return {
    speaking: voice,
    client,
    wish: meet,
    async close({ forGood = false } = { forGood: false }) {
      if (closed) return doing.then(() => undefined);
      if (forGood) await logOut();
      closed = true;
      await stop();
      await words.stop().catch((cause: unknown) => given.log('warn', 'how far a line came could not be kept', { cause: String(cause) }));
    },
  };
}
