import WebSocket from 'ws';
import type { Told } from './client';

/** The site on which the page of a test is. */
export const SITE = 'https://shop.example';

/** A web chat in somebody's browser, without the browser. */
export class Page {
  token = '';
  rev = '0';

  constructor(
    readonly url: string,
    readonly channelId: string,
    readonly site: string | null = SITE,
  ) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Told> {
    const answer = await fetch(`${this.url}/webchat/${this.channelId}${path}`, {
      method,
      headers: {
        ...(this.site === null ? {} : { origin: this.site }),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? (body as never) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
  }

  get = (path: string, headers?: Record<string, string>) => this.ask('GET', path, undefined, headers);
  post = (path: string, body: unknown = {}, headers?: Record<string, string>) => this.ask('POST', path, body, headers);

  /** Begins or goes on with a session, by the token that it has. */
  async begins(): Promise<Told> {
    return this.keep(await this.post('/session', { token: this.token || null }));
  }

  keep(told: Told): Told {
    if (told.status === 200) this.token = told.body.token;
    return told;
  }

  says = (clientId: string, text: string) => this.post('/messages', { clientId, content: { type: 'text', text } });
}

export async function aPage(url: string, channelId: string): Promise<Page> {
  const page = new Page(url, channelId);
  await page.begins();
  return page;
}

/** What a page's socket was told, in order. */
export class PageSocket {
  readonly told: Array<{ readonly type: string } & Record<string, unknown>> = [];
  closed: number | null = null;
  private waiting: (() => void)[] = [];

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.told.push(JSON.parse(String(data)));
      this.wake();
    });
    socket.on('close', (code) => {
      this.closed = code;
      this.wake();
    });
  }

  /** The next word of this type, or the first that was not asked for yet. */
  async next(type: string): Promise<Record<string, unknown>> {
    for (;;) {
      const at = this.told.findIndex((one) => one.type === type);
      if (at >= 0) return this.told.splice(at, 1)[0] as Record<string, unknown>;
      if (this.closed !== null) throw new Error(`closed with ${this.closed} before it said ${type}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async end(): Promise<number> {
    while (this.closed === null) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.closed;
  }

  says = (word: unknown) => this.socket.send(JSON.stringify(word));

  private wake(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

/** The socket of a page; rejects with the status with which it was not let in. */
export function listenTo(
  { url, channelId, token, site }: Page,
  { origin = site }: { readonly origin?: string | null } = {},
): Promise<PageSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/webchat/${channelId}/live`, ['relaydesk.v1', token], {
    ...(origin === null ? {} : { origin }),
  });
  return new Promise((resolve, reject) => {
    const listener = new PageSocket(socket);
    socket.once('open', () => resolve(listener));
    socket.once('unexpected-response', (_request, { statusCode }) => {
      reject(new Error(String(statusCode)));
      socket.terminate();
    });
    socket.once('error', reject);
  });
}
