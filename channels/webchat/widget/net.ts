import type { Config, Identity, Session, Uploaded } from './wire';

/** The desk has answered, and it said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** The problem's code. */
    readonly code: string,
    /** Milliseconds. */
    readonly retryAfter: number | null,
  ) {
    super(code);
  }
}

/** Whether asking again later may help: nobody answered, or the desk could not. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof Refused) || error.status >= 500 || error.status === 429 || error.status === 408 || error.status === 401;

/** The desk as a visitor's browser reaches it. Every call may throw `Refused`, and `TypeError` when nobody answers. */
export interface Net {
  readonly liveUrl: string;
  config(): Promise<Config>;
  /** Whether the desk answers at all; what it refuses to a page looks to that page as if nobody had answered. */
  answers(): Promise<boolean>;
  session(token: string | null): Promise<Session>;
  identify(token: string | null, identity: Identity): Promise<Session>;
  signOut(token: string): Promise<Session>;
  ask<Answer>(token: string, method: string, path: string, body?: unknown): Promise<Answer>;
  file(token: string, path: string): Promise<Blob>;
  upload(token: string, file: File, given: { readonly signal: AbortSignal; progress(share: number): void }): Promise<Uploaded>;
}

/** `desk`: where the script came from, without a slash at its end. */
export function openNet(desk: string, channelId: string): Net {
  const base = `${desk}/webchat/${encodeURIComponent(channelId)}`;
  const post = <Answer>(path: string, token: string | null, body: unknown) => json<Answer>(`${base}${path}`, 'POST', token, body);
  return {
    liveUrl: `${base.replace(/^http/, 'ws')}/live`,
    config: () => json(`${base}/config`, 'GET', null),
    answers: () =>
      fetch(`${desk}/webchat.js`, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' }).then(
        () => true,
        () => false,
      ),
    session: (token) => post('/session', null, token === null ? {} : { token }),
    identify: (token, { externalId, name, email, signature }) => post('/identify', token, { externalId, name, email, signature }),
    signOut: (token) => post('/sign-out', token, {}),
    ask: (token, method, path, body) => json(`${base}${path}`, method, token, body),
    file: async (token, path) => (await call(`${base}${path}`, { headers: bearer(token) })).blob(),
    upload: (token, file, given) => upload(`${base}/files?name=${encodeURIComponent(file.name)}`, token, file, given),
  };
}

const bearer = (token: string | null): Record<string, string> => (token === null ? {} : { Authorization: `Bearer ${token}` });

async function json<Answer>(url: string, method: string, token: string | null, body?: unknown): Promise<Answer> {
  const headers = { ...bearer(token), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const answer = await call(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  return answer.status === 204 ? (undefined as Answer) : ((await answer.json()) as Answer);
}

async function call(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
  if (answer.ok) return answer;
  throw refusal(answer.status, await answer.text().catch(() => ''), answer.headers.get('Retry-After'));
}

function refusal(status: number, body: string, retryAfter: string | null): Refused {
  const seconds = Number.parseInt(retryAfter ?? '', 10);
  let code = '';
  try {
    ({ code = '' } = JSON.parse(body));
  } catch {
    // Something between us and the desk has answered.
  }
  return new Refused(status, String(code), Number.isFinite(seconds) ? seconds * 1000 : null);
}

/** Not by fetch, which does not tell how far it is. */
function upload(url: string, token: string, file: File, { signal, progress }: Parameters<Net['upload']>[2]): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = request.ontimeout = () => reject(new TypeError('nobody answered'));
    request.onabort = () => reject(new DOMException('taken back', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Uploaded);
      else reject(refusal(request.status, request.responseText, request.getResponseHeader('Retry-After')));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
