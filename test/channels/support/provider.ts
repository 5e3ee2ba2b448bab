import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calling, opening } from '../../../src/platform/outside-address';
import type { Outside } from '../../../src/ports/channel';

export interface Request {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly bytes: Buffer;
}

/** What a provider does with a request: answers, or fails in one of the ways in which networks fail. */
export type Behaviour =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | 'never answers'
  | 'hangs up'
  | 'breaks off in mid-answer';

export interface Provider {
  readonly outside: Outside;
  readonly requests: Request[];
  close(): Promise<void>;
}

/** What is asked beside the message itself (a token, a file's address), and what is answered; null = it is the message. */
export type Aside = (request: Request) => Exclude<Behaviour, string> | null;

/** A provider's server on loopback. What it is asked aside is answered as said there, and is not among `requests`. */
export async function aProvider(behaviour: Behaviour, timeout = 2000, aside: Aside = () => null): Promise<Provider> {
  const requests: Request[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const bytes = Buffer.concat(chunks);
      const isJson = headers['content-type']?.startsWith('application/json') && bytes.length > 0;
      const asked: Request = { method, url, headers, bytes, body: isJson ? JSON.parse(bytes.toString('utf8')) : null };
      const answer = aside(asked);
      if (answer === null) requests.push(asked);
      behave(response, answer ?? behaviour);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { outside: outsideAt((server.address() as AddressInfo).port, timeout), requests, close };
}

/** What its clock says. */
export const NOW = Date.UTC(2026, 0, 1);

export function outsideAt(port: number, timeout = 2000): Outside {
  const url = `http://127.0.0.1:${port}`;
  return {
    fetch,
    open: opening({ allowed: [], timeout }),
    call: calling({ allowed: ['127.0.0.1'], timeout }),
    graphUrl: url,
    graphVersion: 'v25.0',
    telegramUrl: url,
    botFrameworkUrl: url,
    timeout,
    now: () => NOW,
  };
}

function behave(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'never answers') return;
  if (behaviour === 'hangs up') {
    response.destroy();
  } else if (behaviour === 'breaks off in mid-answer') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"messages":[{"id":"', () => response.destroy());
  } else {
    const { status, headers, body } = behaviour;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}
