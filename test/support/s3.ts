import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Keys {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface FakeS3 {
  readonly url: string;
  /** By bucket and key. */
  readonly objects: Map<string, Buffer>;
  close(): Promise<void>;
}

/** The part of S3 that the desk speaks, over real HTTP: who does not sign as AWS says (Signature Version 4) gets nothing. */
export async function fakeS3(keys: Keys): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (!isSigned(request, keys)) return void refuse(response, 403, 'SignatureDoesNotMatch', 'The request signature does not match.');
    const told = String(request.headers['x-amz-content-sha256']);
    if (told !== 'UNSIGNED-PAYLOAD' && told !== sha256(body))
      return refuse(response, 400, 'XAmzContentSHA256Mismatch', 'Other bytes came.');
    answer(objects, request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function answer(objects: FakeS3['objects'], { method, url = '', headers }: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const key = decodeURIComponent(url.slice(1).split('?')[0] ?? '');
  if (method === 'PUT') objects.set(key, body);
  if (method === 'PUT') return void response.writeHead(200, { etag: `"${sha256(body)}"` }).end();
  const found = objects.get(key);
  if (method === 'DELETE') objects.delete(key);
  if (method === 'DELETE') return void response.writeHead(204).end();
  if (!found) return void refuse(response, 404, 'NoSuchKey', 'There is no such key.', method === 'HEAD');
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  const part = first === undefined ? found : found.subarray(Number(first), Number(last) + 1);
  response.writeHead(first === undefined ? 200 : 206, { 'content-length': part.length }).end(method === 'HEAD' ? undefined : part);
}

function refuse(response: ServerResponse, status: number, code: string, message: string, bare = false): void {
  const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(bare ? undefined : xml);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function isSigned({ method = '', url = '', headers }: IncomingMessage, { region, accessKeyId, secretAccessKey }: Keys): boolean {
  const [, id, names = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  const [day = '', at = ''] = [String(headers['x-amz-date']).slice(0, 8), String(headers['x-amz-date'])];
  const scope = `${day}/${region}/s3/aws4_request`;
  if (id !== `${accessKeyId}/${scope}`) return false;
  const [path = '', query = ''] = url.split('?');
  const canonical = [
    method,
    path,
    query
      .split('&')
      .sort()
      .map((one) => (one === '' || one.includes('=') ? one : `${one}=`))
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));
  const right = hmac(key, ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n'));
  return timingSafeEqual(right, Buffer.from(given, 'hex'));
}
