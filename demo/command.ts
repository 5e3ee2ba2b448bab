import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from './agents';
import { invite } from './cast';
import { live } from './customers';
import { diceOf } from './dice';
import { Misread, type Options, readOptions, USAGE } from './options';
import type { Scene } from './scene';
import { build, type Stage, type Undo } from './stage';
import { watch } from './watch';
import { whereToLook } from './where';

/** The customer whom the newcomer plays: one of the twin's own, on WhatsApp. */
const NEWCOMER = 'Ana Example';

/** Runs the demo until a signal or its time ends it; the exit code is 0 when nothing broke. */
export async function run(args: readonly string[]): Promise<void> {
  const over = new AbortController();
  setMaxListeners(0, over.signal); // everybody on stage listens for the end
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => over.abort());
  const undo: Undo = [];
  try {
    await Promise.race([perform(readOptions(args), undo, over), untilOver(over.signal)]);
  } catch (error) {
    if (!over.signal.aborted) complain(error);
  }
  over.abort();
  for (const end of undo.reverse()) await end();
  console.log('The demo is over, and everything of it is gone.');
  process.exit();
}

function complain(error: unknown): void {
  console.error(error instanceof Misread ? `${error.message}\n${USAGE}` : `demo: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

const untilOver = (signal: AbortSignal): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

async function perform(options: Options, undo: Undo, over: AbortController): Promise<void> {
  const stage = await build(options, undo, over.signal);
  const { admin, shop } = await stage.furnish();
  const cast = await invite(stage.twin, options.customers, diceOf(`${options.seed}/cast`));
  console.log(whereToLook({ ...stage, phone: stage.twin.phoneUrl, newcomer: NEWCOMER }));
  const scene: Scene = { options, twin: stage.twin, admin, shop, cast, over: over.signal, tell: teller() };
  const work = new Map();
  await Promise.race([
    ends(options, stage, over.signal),
    ...cast.map((customer, place) => live(scene, customer, place)),
    ...shop.agents.map((agent) => serve(scene, agent, work)),
    watch(scene),
  ]);
}

/** Resolves when the time is up; rejects when a process is gone that nobody has ended. */
async function ends({ length }: Options, { broken }: Stage, signal: AbortSignal): Promise<void> {
  const gone = broken.then((name) => Promise.reject(new Error(`${name} has ended by itself`)));
  await (length === null ? gone : Promise.race([pause(length, undefined, { signal }), gone]));
}

/** A line for each happening, with the minutes and seconds since the curtain rose. */
function teller(): (line: string) => void {
  const began = performance.now();
  return (line) => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    console.log(`${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, '0')}  ${line}`);
  };
}
