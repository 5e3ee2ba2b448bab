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
