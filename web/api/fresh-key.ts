/** A new Idempotency-Key: 128 random bits. Works on plain http too, where `crypto.randomUUID` is not there. */
export function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
