import { type Recorder, type Silence, silenceOf } from './recorder';

const EVERY = 100;
/** Nobody listens to more; it ends by itself then. */
const LONGEST = 10 * 60_000;

export interface Now {
  readonly state: 'asking' | 'recording' | 'paused' | 'ending';
  readonly ms: number;
  /** 0 to 1. */
  readonly level: number;
  /** Why nothing is recorded. */
  readonly silence: Silence | null;
}

interface Needs {
  readonly begin: () => Promise<Recorder>;
  /** What was recorded is to be kept. */
  readonly keep: (recorded: Blob, ms: number) => Promise<void>;
  readonly ended: () => void;
}

export type Session = ReturnType<typeof openSession>;

/** One recording, from asking for the microphone to what becomes of it. */
export function openSession({ begin, keep, ended }: Needs) {
  let now: Now = { state: 'asking', ms: 0, level: 0, silence: null };
  let recorder: Recorder | null = null;
  let since = 0;
  let over = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const watchers = new Set<() => void>();

  function become(change: Partial<Now>): void {
    now = { ...now, ...change };
    for (const wake of watchers) wake();
  }

  function tick(): void {
    const at = performance.now();
    if (now.state === 'recording' && recorder) become({ ms: now.ms + at - since, level: recorder.level() });
    since = at;
    if (now.ms >= LONGEST) void end(true);
  }

  async function start(): Promise<void> {
    const begun = await begin();
    // It was ended while the browser asked.
    if (over) return void begun.stop();
    recorder = begun;
    since = performance.now();
    timer = setInterval(tick, EVERY);
    become({ state: 'recording' });
  }

  async function end(keeps: boolean): Promise<void> {
    if (over) return;
    over = true;
    clearInterval(timer);
    const { ms } = now;
    become({ state: 'ending', level: 0 });
    const recorded = recorder ? await recorder.stop() : null;
    if (keeps && recorded) await keep(recorded, ms);
    ended();
  }

  /** Pauses, or goes on. */
  function turn(): void {
    const goesOn = now.state === 'paused';
    if (!goesOn && now.state !== 'recording') return;
    if (goesOn) recorder?.resume();
    else recorder?.pause();
    become({ state: goesOn ? 'recording' : 'paused', level: 0 });
  }

  start().catch((error) => become({ silence: silenceOf(error) }));
  return {
    now: () => now,
    turn,
    /** `keeps`: what was recorded, if anything was. */
    end: (keeps: boolean) => void end(keeps).catch((error) => become({ silence: silenceOf(error) })),
    watch(wake: () => void) {
      watchers.add(wake);
      return () => void watchers.delete(wake);
    },
  };
}
