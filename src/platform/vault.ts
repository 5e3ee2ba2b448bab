import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, scryptSync } from 'node:crypto';
import type { Vault } from '../ports/vault';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Seals as `v1.<key id>.<iv>.<data and tag>`, base64url. The first key seals, all of them open: put a new key first to change it. */
export function openVault(secrets: readonly string[]): Vault {
  const keys = secrets.map(keyOf);
  const [first] = keys;
  if (!first) throw new Error('a vault needs at least one key');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return { seal: (plain) => seal(first, plain), open: (sealed) => open(byId, sealed), mark: (plain) => mark(first, plain) };
}

/** scrypt, because people type keys; once a start, so that it may be slow. */
function keyOf(secret: string): Key {
  const bytes = scryptSync(secret, 'relaydesk vault v1', 32);
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

function seal(key: Key, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES });
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return ['v1', key.id, iv.toString('base64url'), data.toString('base64url')].join('.');
}

function open(keys: ReadonlyMap<string, Key>, sealed: string): string {
  const [version, id = '', iv = '', data = ''] = sealed.split('.');
  const key = keys.get(id);
  if (version !== 'v1' || !key) throw new Error(`no key of SECRET_KEY opens what key ${id || 'unknown'} sealed`);
  const bytes = Buffer.from(data, 'base64url');
  const decipher = createDecipheriv(CIPHER, key.bytes, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Under a key of its own, made from the one that seals. */
const mark = (key: Key, plain: string): string => hmac(hmac(key.bytes, 'relaydesk mark v1'), plain).toString('hex');

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
