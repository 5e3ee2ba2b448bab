import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium; null when there is none. */
export async function openChromium(): Promise<Browser | null> {
  const executablePath = PLACES.find((place) => place !== '' && existsSync(place));
  return executablePath ? chromium.launch({ executablePath, args: ['--no-sandbox'] }) : null;
}

/** What the page's own thread did, task by task, in milliseconds: by the clock, and of the processor's time. */
export interface Tasks {
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Runs something and says which tasks the page had meanwhile. */
export async function tasksDuring<Result>(
  page: Page,
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly tasks: Tasks }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const result = await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  return { result, tasks: tasksOf(traceEvents) };
}

/** Of the process that drew most: the browser keeps others for itself. */
function tasksOf(events: readonly TraceEvent[]): Tasks {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const ofPage = mains.map(({ pid, tid }) => events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid));
  const tasks = ofPage.reduce((most, some) => (some.length > most.length ? some : most), []);
  return { wall: tasks.map(({ dur = 0 }) => dur / 1000), cpu: tasks.map(({ tdur = 0 }) => tdur / 1000) };
}
