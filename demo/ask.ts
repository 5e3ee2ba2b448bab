// biome-ignore lint/suspicious/noExplicitAny: the demo reads JSON as a script would
export type Json = any;

/** Who was asked said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    what: string,
  ) {
    super(what);
  }
}

/** One call of an HTTP API, JSON both ways; rejects with `Refused` when the answer is not 2xx. */
export async function ask(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<{ readonly body: Json; readonly headers: Headers }> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Refused(answer.status, `${method} ${new URL(url).pathname}: ${answer.status} ${text.slice(0, 300)}`);
  return { body: text === '' ? null : JSON.parse(text), headers: answer.headers };
}
