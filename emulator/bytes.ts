import { createHmac } from 'node:crypto';

/** JSON as Meta writes it: ASCII only, `\u00e4` in lower case, slashes as `\/`. The signature is over these bytes. */
export function bytesOf(body: unknown): Buffer {
  const escaped = JSON.stringify(body)
    .replace(/\//g, '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(escaped, 'ascii');
}

export type Signature = 'right' | 'wrong' | 'absent' | 'sha1';

/** The headers that sign these bytes; in the modes other than `right` they are not worth what they claim. */
export function signatureOf(bytes: Buffer, secret: string, mode: Signature): Record<string, string> {
  const hmac = (algorithm: string, key: string) => createHmac(algorithm, key).update(bytes).digest('hex');
  const old = { 'x-hub-signature': `sha1=${hmac('sha1', secret)}` };
  if (mode === 'absent') return {};
  if (mode === 'sha1') return old;
  return { ...old, 'x-hub-signature-256': `sha256=${hmac('sha256', mode === 'right' ? secret : `${secret}, but not quite`)}` };
}
