import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Call } from './answer';
import { serveBots } from './botframework/connector';
import { control } from './control';
import { graph } from './graph';
import { page } from './page';
import type { Scene } from './people';
import { serveTelegram } from './telegram/door';
import { receive } from './webhook/hooks';

const MOST_BYTES = 110 * 1024 * 1024;

export interface Door {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the twin's one door, on loopback. */
export async function listen(scene: Scene, bearer: string, port: number): Promise<Door> {
  const server = createServer((request, response) => {
    void serve(scene, bearer, portOf(server), request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${portOf(server)}`, close };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

async function serve(scene: Scene, bearer: string, port: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere could point its own name at this machine; it can't choose what the browser writes here.
  if (!hosts(port).includes(request.headers.host ?? ''))
    return write(response, { status: 421, body: 'This twin answers to 127.0.0.1 and localhost only.' });
  const bytes = await bytesOf(request);
  if (bytes === null) return write(response, { status: 413, body: 'Too large' });
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
  const gone = (then: () => void) => void response.once('close', then);
  const call: Call = { method: request.method ?? 'GET', url, headers: request.headers as Call['headers'], bytes, gone };
  const answer =
    page(call) ??
    (await control(scene, call, bearer)) ??
    receive(scene.world, call) ??
    serveBots(scene.world, call) ??
    (await serveTelegram(scene.world, call)) ??
    (await graph(scene, call)) ??
    NOWHERE;
  if (answer === 'hang') scene.world.time.after(scene.world.dial.hangs, () => response.destroy());
  else write(response, answer);
}

const NOWHERE: Answer = { status: 404, body: 'Not Found' };

function hosts(port: number): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, headers, body }: Exclude<Answer, 'hang'>): void {
  const plain = Buffer.isBuffer(body) || typeof body === 'string';
  const type = plain ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
  response.end(plain ? body : JSON.stringify(body));
}
