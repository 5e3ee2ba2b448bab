import { randomUUID } from 'node:crypto';
import type { OutboundFile } from '../../src/ports/channel';
import type { Json } from './json';

/** multipart/form-data of which the length is known before a byte of it is read. */
export interface Form {
  readonly contentType: string;
  readonly length: number;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Some words and one file, which is read only while it is sent; `name` where the network takes a name of any letters. */
export function formOf(
  words: Readonly<Record<string, string>>,
  part: string,
  file: OutboundFile,
  mime: string,
  name: string = plainName(file),
): Form {
  const boundary = `relaydesk-${randomUUID()}`;
  const fields = Object.entries(words).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${name.replace(/["\\\r\n]/g, '_')}"\r\nContent-Type: ${mime}\r\n\r\n`;
  const [before, after] = [Buffer.from([...fields, head].join('')), Buffer.from(`\r\n--${boundary}--\r\n`)];
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: before.length + file.bytes + after.length,
    async *bytes() {
      yield before;
      yield* (await file.open()) as AsyncIterable<Uint8Array>;
      yield after;
    },
  };
}

interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: NonNullable<RequestInit['body']>;
  readonly duplex?: 'half';
}

/** How JSON or a form is handed to `fetch`. */
export const requestOf = (body: Json | Form): Asked =>
  isForm(body)
    ? {
        headers: { 'content-type': body.contentType, 'content-length': String(body.length) },
        body: body.bytes() as unknown as NonNullable<RequestInit['body']>,
        duplex: 'half',
      }
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };

/** How much longer a form may take than other calls, in milliseconds: a slow line still carries 100 bytes in each. */
export const patienceFor = (body: Json | Form): number => (isForm(body) ? Math.ceil(body.length / SLOWEST) : 0);
const SLOWEST = 100;

export const isForm = (body: Json | Form): body is Form => typeof body.bytes === 'function';

/** The network shows its name from the message, if at all; here names beyond ASCII are refused. */
function plainName({ fileName }: OutboundFile): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(fileName ?? '')?.[0] ?? '';
  return `file${extension}`;
}
