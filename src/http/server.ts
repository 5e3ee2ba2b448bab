import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDoor } from '../actions/agents/door';
import { failedLogIns } from '../actions/agents/failed-log-ins';
import type { Desk } from '../actions/desk';
import type { Trial } from '../ports/trial';
import { api } from './app';
import type { Check } from './health';
import type { HttpConfig } from './http-config';
import { type Live, openLive } from './live';
import { later as byProcess, type Later } from './live/later';
import { metrics } from './metrics';
import { rejects } from './rejects';
import { openPages, type Pages } from './webchat/live';
import { rates } from './webchat/rates';
import { webhookSigns } from './webhook-signs';
import { type WebhookDoor, webhooks } from './webhooks';

const LAST_REQUESTS = 4000;
const SLOWEST_REQUEST = 30_000;
/** What was seen of webhooks waits in memory no longer than this: the sweep that judges channels may run in another process. */
const SIGNS_WRITTEN = 30_000;
/** 100 MB over a line of 1 Mbit/s. */
const SLOWEST_UPLOAD = 15 * 60_000;

export interface ServerNeeds {
  readonly config: HttpConfig;
  readonly intake: WebhookDoor['intake'];
  readonly trial: Trial;
  /** What must answer for the desk to be ready; the database is asked anyway. */
  readonly checks?: readonly Check[];
  /** How the log-in waits; a test does not. */
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** By what live updates wait; a test turns it by hand. */
  readonly later?: Later;
}

export interface OpenServer {
  readonly port: number;
  /** Where it listens, such as http://127.0.0.1:3000. */
  readonly url: string;
  /** Whether this agent has the web app open. */
  isWatching(agentId: string): boolean;
  /** Takes no more requests, and ends when those that run are answered, or after four seconds. */
  close(): Promise<void>;
}

/** One http server: webhooks go to a small handler of their own, everything else to express. Resolves when it listens. */
export async function openServer(
  desk: Desk,
  { config, intake, trial, checks = [], sleep: wait = (ms) => sleep(ms), later = byProcess }: ServerNeeds,
): Promise<OpenServer> {
  const measured = metrics(intake, desk);
  const refused = rejects();
  const door = openDoor(desk, failedLogIns(desk.clock), async (ms) => void (ms > 0 && (await wait(ms))));
  const signs = webhookSigns(desk);
  const writing = setInterval(() => void signs.flush(), SIGNS_WRITTEN).unref();
  const stopping = { yes: false };
  const live = openLive({ desk, config, stopping, later });
  const counted = rates(desk.clock);
  const pages = openPages({ desk, config, intake, later, stopping, rates: counted });
  const app = api({
    desk,
    config,
    door,
    rejects: refused,
    signs,
    live,
    trial,
    startedAt: desk.clock.now(),
    metrics: measured,
    intake,
    pages,
    rates: counted,
    checks: [{ name: 'database', run: () => desk.store.ping() }, { name: 'files', aside: true, run: () => desk.files.check() }, ...checks],
    stopping,
  });

  const hear = webhooks({ desk, intake, rejects: refused, signs, trusts: app.get('trust proxy fn') });
  const server = createServer((request, response) => {
    if (stopping.yes) response.setHeader('Connection', 'close');
    // Once it is answered, as to somebody who may send no file, nothing more is waited for.
    if (mayTakeLong(request)) response.once('finish', () => hurry(request));
    else hurry(request);
    if (!request.url?.startsWith('/webhooks/')) return app(request, response);
    const began = performance.now();
    void hear(request, response).then(() => measured.heard(response.statusCode, (performance.now() - began) / 1000));
  });
  server.headersTimeout = SLOWEST_REQUEST;
  server.requestTimeout = SLOWEST_UPLOAD;
  server.keepAliveTimeout = 65_000; // longer than proxies keep theirs, so that they never write into a closing connection
  live.attach(server, app);
  pages.attach(server, app);
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    isWatching: live.isWatching,
    async close() {
      clearInterval(writing);
      await close(server, { live, pages }, stopping);
      await signs.flush();
    },
  };
}

/** Files come over slow lines. */
const mayTakeLong = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^\/(api\/v1\/media|webchat\/[\w-]+\/files)(\?|$)/.test(url);

/** Cuts off who sends a body too slowly. */
function hurry(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  const late = setTimeout(() => request.destroy(), SLOWEST_REQUEST).unref();
  request.once('close', () => clearTimeout(late)).once('end', () => clearTimeout(late));
}

function listen(server: Server, { port, host }: HttpConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function close(server: Server, { live, pages }: { live: Live; pages: Pages }, stopping: { yes: boolean }): Promise<void> {
  stopping.yes = true;
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
    live.cut();
  }, LAST_REQUESTS);
  await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), live.close(), pages.close()]);
  clearInterval(idle);
  clearTimeout(late);
}
