export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came
  readonly body: any;
  readonly headers: Headers;
}

/** Somebody with a browser's cookie jar, on the desk's own page unless they say otherwise. */
export class Client {
  cookie = '';

  constructor(
    readonly url: string,
    readonly id = '',
  ) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string | null> = {}): Promise<Told> {
    const all: Record<string, string | null> = {
      origin: this.url,
      cookie: this.cookie || null,
      'content-type': body === undefined ? null : 'application/json',
      ...headers,
    };
    const answer = await fetch(this.url + (path.startsWith('//') ? path.slice(1) : `/api/v1${path}`), {
      method,
      redirect: 'manual',
      headers: Object.entries(all).filter((header): header is [string, string] => header[1] !== null),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
  }

  get = (path: string, headers?: Record<string, string | null>) => this.ask('GET', path, undefined, headers);
  post = (path: string, body: unknown = {}, headers?: Record<string, string | null>) => this.ask('POST', path, body, headers);
  put = (path: string, body: unknown, headers?: Record<string, string | null>) => this.ask('PUT', path, body, headers);
  patch = (path: string, body: unknown, headers?: Record<string, string | null>) => this.ask('PATCH', path, body, headers);
  delete = (path: string, headers?: Record<string, string | null>) => this.ask('DELETE', path, undefined, headers);

  async logIn(email: string, password: string): Promise<Told> {
    const told = await this.post('/session', { email, password });
    this.keep(told);
    return told;
  }

  keep({ headers }: Told): void {
    const [cookie] = headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
  }
}
