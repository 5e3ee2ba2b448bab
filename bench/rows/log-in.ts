import type { Bench, Row } from '../bench';
import type { DeskAnswers } from '../children/desk';
import { logIn as asAdmin } from '../support/browser';
import { openChild } from '../support/child';
import { openPlace } from '../support/place';

const MOST = 50;

/** Wrong passwords, for accounts that there are and for accounts that there are not, in turns: their times are to tell nobody which. */
export const logIn: Row = {
  name: 'log-in',
  says: 'wrong passwords, of accounts that exist and others',
  async run(bench) {
    const place = await openPlace(null);
    const desk = openChild<DeskAnswers>('desk');
    try {
      const url = await desk.ask('start', place.env);
      await measure(bench, url, Math.min(MOST, bench.size.looks));
      await desk.ask('stop');
    } finally {
      await desk.end();
      await place.remove();
    }
  },
};

/** Each account is tried once: a second failure would be slowed. */
async function measure({ measured }: Bench, url: string, tries: number): Promise<void> {
  const admin = await asAdmin(url);
  const names = Array.from({ length: tries }, (_, at) => `agent${at}`);
  for (const name of names)
    await admin.send('POST', '/agents', { name, email: `${name}@example.com`, password: 'Correct-horse-9', role: 'agent' });
  await timed(url, 'somebody@example.com');
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (const [at, name] of names.entries())
    for (const who of at % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
      times[who].push(await timed(url, `${name}@example.${who === 'known' ? 'com' : 'org'}`));
  const [known, unknown] = [mean(times.known), mean(times.unknown)];
  measured('logIn.known', known);
  measured('logIn.unknown', unknown);
  measured('logIn.apart', (Math.abs(known - unknown) / Math.min(known, unknown)) * 100);
}

async function timed(url: string, email: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: 'not the password' }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 401) throw new Error(`a wrong password was answered with ${answer.status}`);
  return performance.now() - began;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
