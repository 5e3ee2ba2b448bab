import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Outside } from '../../src/ports/channel';
import { isObject, type Json, listOf, objectOf, wordOf } from '../common/json';
import { called, isService, keysUrl } from './hosts';

/** A key of the service, and the channels that it may sign for; none named = all. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

interface Ring {
  readonly keys: ReadonlyMap<string, SigningKey>;
  readonly at: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** How often an unknown name may make us look again: a new key is there at once, and nobody makes us ask without end. */
const PAUSE = 60 * 1000;

const rings = new Map<string, Ring>();
const asked = new Map<string, Promise<Ring>>();

/** The service's key of this name, or null when it has none. Throws when its keys can't be read now and none are known. */
export async function keyNamed(kid: string, outside: Outside): Promise<SigningKey | null> {
  const url = keysUrl(outside);
  const known = rings.get(url);
  const age = known ? Math.abs(outside.now() - known.at) : Number.POSITIVE_INFINITY;
  const found = known?.keys.get(kid);
  if (found && age < DAY) return found;
  if (known && age < PAUSE) return null;
  const ring = await renewed(url, outside).catch((error: unknown) => {
    // Keys live for weeks: what was right a day ago is better than nothing.
    if (found && age < 5 * DAY) return known as Ring;
    throw error;
  });
  return ring.keys.get(kid) ?? null;
}

/** Many calls at once make one question. */
function renewed(url: string, outside: Outside): Promise<Ring> {
  const running = asked.get(url);
  if (running) return running;
  const asking = read(url, outside).finally(() => asked.delete(url));
  asked.set(url, asking);
  return asking;
}

async function read(url: string, outside: Outside): Promise<Ring> {
  const { jwks_uri } = await json(url, outside);
  const where = wordOf(jwks_uri);
  if (where === null || !isService(where, outside)) throw new Error('the service does not say where its keys are');
  const { keys } = await json(called(where, outside), outside);
  const ring = { keys: new Map(listOf(keys).flatMap(keyIn)), at: outside.now() };
  if (ring.keys.size === 0) throw new Error('the service has no keys');
  rings.set(url, ring);
  return ring;
}

async function json(url: string, outside: Outside): Promise<Json> {
  const { status, body } = await outside.call(url, {
    method: 'GET',
    headers: { accept: 'application/json' },
    home: outside.botFrameworkUrl,
  });
  if (status !== 200) throw new Error(`HTTP ${status} for the keys of the service`);
  return objectOf(JSON.parse(body.toString('utf8')));
}

function keyIn(given: unknown): [string, SigningKey][] {
  const { kid, kty, n, e, endorsements } = objectOf(given);
  const name = wordOf(kid);
  if (!isObject(given) || name === null || kty !== 'RSA' || typeof n !== 'string' || typeof e !== 'string') return [];
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    return [[name, { key, endorsements: listOf(endorsements).filter((one) => typeof one === 'string') }]];
  } catch {
    return [];
  }
}
