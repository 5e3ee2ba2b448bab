import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../support/child';
import { APP_SECRET } from '../support/customers';

export const answers = serve({ listen });
export type AckAnswers = typeof answers;

/** The least that a webhook costs on node:http: the bytes, the signature, the JSON, an answer. Stores nothing. */
async function listen(): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const right = createHmac('sha256', APP_SECRET).update(raw).digest();
      const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice('sha256='.length), 'hex');
      const known = given.length === right.length && timingSafeEqual(given, right) && JSON.parse(raw.toString()) !== null;
      response.writeHead(known ? 200 : 401, { 'Content-Length': '0' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
