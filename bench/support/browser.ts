import { Agent, type IncomingMessage, request } from 'node:http';
import { ADMIN } from './place';

export interface Page {
  readonly ms: number;
  readonly body: { readonly data: readonly unknown[]; readonly nextCursor: string | null };
}

/** An admin with a session, who asks for one thing after the other over one connection. */
export interface Browser {
  /** A GET of the API, timed until its last byte. */
  get(path: string): Promise<Page>;
  /** Anything else that the API takes; answers after so many milliseconds with this status. */
  send(method: 'POST' | 'PUT', path: string, body: object): Promise<{ readonly ms: number; readonly status: number }>;
}

/** The session cookie of somebody whose password is the admin's. */
export async function cookieOf(url: string, email: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body: JSON.stringify({ ...ADMIN, email }) });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export async function logIn(url: string): Promise<Browser> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<{ response: IncomingMessage; text: string }> =>
    new Promise((resolve, reject) => {
      const asked = request(`${url}/api/v1${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ response, text: Buffer.concat(chunks).toString() }));
      });
      asked.once('error', reject);
      asked.end(body);
    });
  const { response } = await ask('POST', '/session', { 'content-type': 'application/json', origin: url }, JSON.stringify(ADMIN));
  const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return {
    async get(path) {
      const began = performance.now();
      const { response, text } = await ask('GET', path, { cookie });
      const ms = performance.now() - began;
      if (response.statusCode !== 200) throw new Error(`GET ${path}: ${response.statusCode} ${text}`);
      return { ms, body: JSON.parse(text) as Page['body'] };
    },
    async send(method, path, body) {
      const began = performance.now();
      const headers = { 'content-type': 'application/json', origin: url, cookie };
      const { response } = await ask(method, path, headers, JSON.stringify(body));
      return { ms: performance.now() - began, status: response.statusCode ?? 0 };
    },
  };
}
