import { connect, type Socket } from 'node:net';
import { serve } from '../support/child';
import { messageBody, providerId, signatureOf } from '../support/customers';
import { percentile } from '../support/numbers';

export interface Load {
  /** Where to POST; connections are dealt to them in turn. */
  readonly urls: readonly string[];
  readonly connections: number;
  /** Ends by itself after so many seconds, or requests. */
  readonly seconds?: number;
  readonly requests?: number;
  /** Messages a second at most; without it each connection writes as soon as it was answered. */
  readonly rate?: number;
  /** The first customer; `each` message from the next one, or from any of so many. */
  readonly from: number;
  readonly customers: 'each' | number;
  /** Keep when each message was answered, by the provider's id. */
  readonly keeps?: boolean;
}

export interface Answered {
  readonly answered: number;
  /** Answers that were no 200. */
  readonly refused: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly kept: readonly (readonly [id: string, at: number])[];
}

export const answers = serve({ load });
export type LoadAnswers = typeof answers;

const run = Date.now().toString(36);
let said = 0;

/** A closed loop over keep-alive connections: HTTP by hand, because a client library would cost more than the server. */
async function load({
  urls,
  connections,
  seconds = 3600,
  requests = Number.POSITIVE_INFINITY,
  rate,
  from,
  customers,
  keeps = false,
}: Load): Promise<Answered> {
  const began = performance.now();
  const until = began + seconds * 1000;
  const waits: number[] = [];
  const kept: [string, number][] = [];
  let refused = 0;
  let begun = 0;

  const next = (): { customer: number; at: number } | null => {
    const at = rate === undefined ? 0 : began + (begun * 1000) / rate;
    if (begun >= requests || performance.now() >= until || at >= until) return null;
    begun += 1;
    return { customer: from + (customers === 'each' ? begun - 1 : Math.floor(Math.random() * customers)), at };
  };
  const talk = async (url: URL): Promise<void> => {
    const line = await openLine(url);
    for (let turn = next(); turn; turn = next()) {
      const early = turn.at - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      said += 1;
      const n = `${run}${process.pid.toString(36)}x${said}`;
      const body = messageBody(turn.customer, n);
      const sent = performance.now();
      if ((await line.post(body)) !== 200) refused += 1;
      waits.push(performance.now() - sent);
      if (keeps) kept.push([providerId(n), Date.now()]);
    }
    line.close();
  };

  await Promise.all(Array.from({ length: connections }, (_, i) => talk(new URL(urls[i % urls.length] ?? ''))));
  const took = (performance.now() - began) / 1000;
  const [p50, p99] = [percentile(waits, 0.5), percentile(waits, 0.99)];
  return { answered: waits.length, refused, perSecond: waits.length / took, p50, p99, kept };
}

/** One connection: one request at a time, answered with its status. */
async function openLine(url: URL) {
  const socket = connect(Number(url.port), url.hostname).setNoDelay();
  let answered: (status: number) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  await connected(socket);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    const status = statusOf(heard);
    if (status === null) return;
    heard = '';
    answered(status);
  });
  socket.on('error', (error) => failed(error));
  socket.on('close', () => failed(new Error('the server closed the connection')));
  return {
    post: (body: string) =>
      new Promise<number>((resolve, reject) => {
        [answered, failed] = [resolve, reject];
        socket.write(
          `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nX-Hub-Signature-256: ${signatureOf(body)}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });

/** null until the whole answer is there. */
function statusOf(answer: string): number | null {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/content-length: (\d+)/i.exec(answer)?.[1] ?? 0);
  return answer.length < end + 4 + length ? null : Number(answer.slice(9, 12));
}
