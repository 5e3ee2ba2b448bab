import { timingSafeEqual } from 'node:crypto';
import type { Answer, Call } from './answer';
import { Wrong, wrong } from './asks';
import { botsOf } from './botframework/verbs';
import { isObject, type Json } from './json';
import type { Scene } from './people';
import { SCENARIOS } from './scenarios';
import { telegramOf } from './telegram/verbs';
import { VERBS } from './verbs';
import { postsOf, sendsOf, stateOf } from './views';
import { hooksOf } from './webhook/verbs';

const READS: ReadonlyMap<string, (scene: Scene) => object> = new Map<string, (scene: Scene) => object>([
  ['state', stateOf],
  ['sends', sendsOf],
  ['bots', botsOf],
  ['telegram', telegramOf],
  ['webhooks', postsOf],
  ['hooks', hooksOf],
  ['scenarios', () => SCENARIOS.map(({ name, says }) => ({ name, says }))],
]);

/** The control API under `/twin/`: GET looks, POST does. Null when the path is none of its own. */
export async function control(scene: Scene, call: Call, bearer: string): Promise<Answer | null> {
  const name = /^\/twin\/([a-z-]+)$/i.exec(call.url.pathname)?.[1];
  if (name === undefined) return null;
  if (!same(call.headers.authorization ?? '', `Bearer ${bearer}`))
    return no(401, 'The bearer is the word after # in the link that was printed at the start.');
  const read = READS.get(name);
  if (call.method === 'GET' && read) return { status: 200, body: read(scene) };
  const verb = VERBS.get(name);
  if (call.method !== 'POST' || !verb)
    return no(404, `There is GET ${[...READS.keys()].join(', ')} and POST ${[...VERBS.keys()].join(', ')}.`);
  try {
    return { status: 200, body: (await verb(scene, inputOf(call))) ?? {} };
  } catch (error) {
    if (error instanceof Wrong) return no(400, error.message);
    throw error;
  }
}

function inputOf({ bytes }: Call): Json {
  try {
    const input: unknown = JSON.parse(bytes.toString('utf8') || '{}');
    return isObject(input) ? input : wrong('the body is not an object');
  } catch (error) {
    return error instanceof Wrong ? wrong(error.message) : wrong('the body is not JSON');
  }
}

function no(status: number, says: string): Answer {
  return { status, body: { error: says } };
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
