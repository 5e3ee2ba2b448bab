import { createECDH } from 'node:crypto';
import type { PushKeys } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

/** The desk's pair of keys for web push, made at the first call of any instance; the private one is sealed. */
export async function pushKeys(desk: Desk): Promise<PushKeys> {
  const known = await desk.store.reads.pushKeys();
  if (known) return known;
  const made = newKeys(desk);
  await transact(desk, (tx) => tx.addPushKeys(made));
  return (await desk.store.reads.pushKeys()) ?? made;
}

/** A pair on P-256 as VAPID wants it: the uncompressed point and the number of 32 bytes. */
function newKeys({ vault }: Desk): PushKeys {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return { publicKey, privateKey: vault.seal(privateKey.toString('base64url')) };
}
