import type { LineGiven } from '../../src/ports/channel';
import { objectOf, timeOf } from '../common/json';
import type { WebClient } from './client';
import { TooLong, within } from './time';
import { chatOf, isPerson, type Names, type Told } from './told';

const SECOND = 1000;
const AT_ONCE = 100;
const MOST_WAITING = 5000;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 30 * SECOND;
const NAMES_WITHIN = 5 * SECOND;
const SILENT_FOR = 30 * SECOND;
const REMEMBERED = 20_000;
const MOST_ALONE = 300;
const KEPT_EVERY = 30 * SECOND;

export interface Telling {
  /** Tells the desk, in order, until the desk has it. */
  tell(told: Told): void;
  /** Resolves when the desk has everything that was told until now. */
  settled(): Promise<void>;
  /** What was written at this moment and before is with the desk, or will be fetched. */
  caughtUp(): void;
  /** The line is down: what is written from now on is to be fetched. */
  missing(): void;
  /** From when on it is not known whether all was heard; null = nothing was ever heard here. In milliseconds. */
  heardUpTo(): number | null;
  /** Tells what still waits, once, and keeps how far it came. */
  stop(): Promise<void>;
}

interface Needs {
  /** Who can be asked for names; null while nobody can. */
  client(): WebClient | null;
  /** More waits than can be held: what follows is fetched again later. */
  overflowed(): void;
}

/** What the line tells the desk: with both names of each person, one after the other, again until it is stored. */
export function telling(given: LineGiven, { client, overflowed }: Needs): Telling {
  const waiting: Told[] = [];
  const known = new Map<string, Names>();
  const alone = new Set<string>(Array.isArray(given.kept?.alone) ? given.kept.alone.map(String) : []);
  let heardAt = typeof given.kept?.heardAt === 'number' ? given.kept.heardAt : null;
  let newest = heardAt ?? 0;
  let isCaughtUp = false;
  let keptAt = 0;
  let silentUntil = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let callOff = () => undefined as unknown;

  /** Once the page does not answer, everybody goes without names for a while. */
  const unanswered = (cause: unknown): Names => {
    if (cause instanceof TooLong) silentUntil = given.now() + SILENT_FOR;
    return {};
  };
  const keep = async (): Promise<void> => {
    keptAt = given.now();
    if (heardAt !== null) await given.keep({ heardAt, ...(alone.size > 0 ? { alone: [...alone].slice(-MOST_ALONE) } : {}) });
  };
  const namesOf = async (id: string): Promise<Names> => {
    const before = known.get(id);
    if (before) return before;
    const asked = given.now() < silentUntil ? null : client();
    const found = asked ? await within(given, NAMES_WITHIN, asked.names(id)).catch(unanswered) : {};
    const { lid, pn } = objectOf(found) as Names;
    if (!lid || !pn) return {};
    for (const name of [lid, pn]) known.set(name, { lid, pn });
    for (const name of known.keys()) if (known.size > REMEMBERED) known.delete(name);
    return { lid, pn };
  };
  /** Of a person whom the desk was told of by each name alone, it is told that they are one. */
  const met = (id: string, { lid, pn }: Names): Told[] => {
    if (!lid || !pn) {
      alone.add(id);
      return [];
    }
    const wasAlone = [alone.delete(lid), alone.delete(pn)];
    return wasAlone.every(Boolean) ? [{ event: 'names', args: [{ lid, pn }] }] : [];
  };
  const named = async (told: Told): Promise<Told[]> => {
    const chat = chatOf(told);
    if (chat === null || !isPerson(chat)) return [told];
    const names = await namesOf(chat);
    return [...met(chat, names), names.lid ? { ...told, names } : told];
  };
  const tellSome = async (): Promise<void> => {
    const some = waiting.slice(0, AT_ONCE);
    const told: Told[] = [];
    for (const one of some) told.push(...(await named(one)));
    await given.hear(told);
    waiting.splice(0, some.length);
    for (const one of some) newest = Math.max(newest, writtenAt(one));
    if (isCaughtUp) heardAt = Math.max(heardAt ?? 0, newest);
    if (given.now() - keptAt >= KEPT_EVERY) await keep();
  };
  const tellAll = async (): Promise<void> => {
    for (let wait = FIRST_WAIT; waiting.length > 0; ) {
      try {
        await tellSome();
        wait = FIRST_WAIT;
      } catch (cause) {
        if (stopped) return;
        given.log('warn', 'what a line heard could not be stored yet', { cause: String(cause) });
        await new Promise<void>((resolve) => {
          const cancel = given.after(wait, resolve);
          callOff = () => {
            cancel();
            resolve();
          };
        });
        wait = Math.min(LONGEST_WAIT, wait * 2);
      }
    }
  };
  const run = (): Promise<void> => {
    running ??= tellAll().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    tell(told) {
      if (stopped) return;
      if (waiting.length >= MOST_WAITING) return overflowed();
      waiting.push(told);
      void run();
    },
    settled: () => run(),
    caughtUp() {
      isCaughtUp = true;
      heardAt = Math.max(heardAt ?? 0, newest, given.now());
      void keep().catch(() => undefined);
    },
    missing() {
      isCaughtUp = false;
    },
    heardUpTo: () => heardAt,
    async stop() {
      stopped = true;
      callOff();
      await running;
      if (waiting.length > 0) await tellAll();
      if (isCaughtUp && waiting.length === 0) heardAt = Math.max(heardAt ?? 0, given.now());
      await keep();
    },
  };
}

const writtenAt = ({ event, args }: Told): number =>
  event === 'message' || event === 'message_create' ? (timeOf(objectOf(args[0]).timestamp) ?? 0) : 0;
