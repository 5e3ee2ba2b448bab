import { createHmac } from 'node:crypto';

/** POSTs an event as Meta does, signed with this secret; with other headers for who signs otherwise. */
export async function told(url: string, event: unknown, secret: string, headers = metaHeaders): Promise<void> {
  const raw = Buffer.from(JSON.stringify(event));
  const { status } = await fetch(url, { method: 'POST', headers: headers(raw, secret), body: new Uint8Array(raw) });
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}

const metaHeaders = (raw: Buffer, secret: string): Record<string, string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`,
});
