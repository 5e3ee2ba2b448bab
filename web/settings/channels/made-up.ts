const BYTES = 32;

/** A secret as Standard Webhooks writes one: 256 bits of chance. */
export function aSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
