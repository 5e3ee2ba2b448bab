/** Why a call was not done, as the desk says it (RFC 9457). `offline`: the desk did not answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly { readonly path: string; readonly message: string }[] = [],
    readonly requestId: string | null = null,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

interface Asking {
  readonly body?: unknown;
  /** The version that the change is meant for. */
  readonly ifMatch?: number;
  /** The same key asks for the same thing, however often it is sent. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** It goes on when the page goes. */
  readonly stays?: true;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Hear = (problem: Problem) => void;

const listeners = new Set<Hear>();

/** Told of every 401: whoever was logged in is not any more. */
export function onLoggedOut(hear: Hear): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** One call of the API below /api/v1. Throws a `Problem`. */
export async function ask<Answer = void>(
  method: Method,
  path: string,
  { body, ifMatch, key, signal, stays }: Asking = {},
): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifMatch !== undefined) headers['If-Match'] = `"${ifMatch}"`;
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(stays ? { keepalive: true } : {}),
  }).catch(unanswered);
  if (!response.ok) throw await refused(response);
  const told = await response.text();
  return (told === '' ? undefined : JSON.parse(told)) as Answer;
}

export const get = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> => ask<Answer>('GET', path, signal ? { signal } : {});

/** Whether a file is given out, without taking it. Throws a `Problem`. */
export async function reach(path: string): Promise<void> {
  const response = await fetch(`/api/v1${path}`, { credentials: 'same-origin' }).catch(unanswered);
  if (!response.ok) throw await refused(response);
  await response.body?.cancel();
}

function unanswered(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new Problem(0, 'offline', 'The desk did not answer.');
}

async function refused(response: Response): Promise<Problem> {
  const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { code = 'internal', detail, errors = [], requestId = null, ...facts } = told;
  const problem = new Problem(
    response.status,
    String(code),
    String(detail ?? response.statusText),
    errors as Problem['errors'],
    requestId as string | null,
    facts,
  );
  if (response.status === 401) for (const hear of listeners) hear(problem);
  return problem;
}
