import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Desk } from '../actions/desk';
import type { Intake } from '../actions/hearing/intake';
import type { HealthState } from '../domain/health-facts';

/** What /metrics shows. One registry for each server, so that a test may open several. */
export interface Metrics {
  readonly registry: Registry;
  answered(route: string, status: number, seconds: number): void;
  heard(status: number, seconds: number): void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.25, 1, 5];

export function metrics(intake: Pick<Intake, 'waiting'>, desk: Pick<Desk, 'store' | 'house'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'relaydesk_http_requests_total',
    help: 'API and page requests answered.',
    labelNames: ['route', 'status'],
    registers,
  });
  const took = new Histogram({
    name: 'relaydesk_http_request_seconds',
    help: 'Time to answer API and page requests.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  });
  const posts = new Counter({
    name: 'relaydesk_webhook_requests_total',
    help: 'Webhook requests answered.',
    labelNames: ['status'],
    registers,
  });
  const acknowledged = new Histogram({
    name: 'relaydesk_webhook_seconds',
    help: 'Time until a webhook was answered.',
    buckets: SECONDS,
    registers,
  });
  for (const what of ['bytes', 'events'] as const) {
    new Gauge({
      name: `relaydesk_intake_waiting_${what}`,
      help: `Webhook ${what} that wait to be committed.`,
      registers,
      collect() {
        this.set(intake.waiting()[what]);
      },
    });
  }
  new Gauge({
    name: 'relaydesk_channels',
    help: 'Channels by how they are.',
    labelNames: ['kind', 'health'],
    registers,
    async collect() {
      this.reset();
      for (const [kind, health] of await healthsOf(desk)) this.inc({ kind, health });
    },
  });
  new Gauge({
    name: 'relaydesk_figures_drifted',
    help: 'Figures that were not right when they were last held against the tickets, and were put right.',
    registers,
    async collect() {
      this.set((await desk.store.reads.folded()).drifted);
    },
  });
  return {
    registry,
    answered(route, status, seconds) {
      requests.inc({ route, status });
      took.observe({ route }, seconds);
    },
    heard(status, seconds) {
      posts.inc({ status });
      acknowledged.observe(seconds);
    },
  };
}

/** Of every channel its kind and its health, without its name. */
async function healthsOf({ store, house }: Pick<Desk, 'store' | 'house'>): Promise<(readonly [kind: string, health: HealthState])[]> {
  const states = new Map((await store.reads.healths()).map(({ channelId, state }) => [channelId, state]));
  const live = house.current().channels.filter(({ deletedAt, trialSince }) => deletedAt === null && trialSince === null);
  return live.map(({ id, kind }) => [kind, states.get(id) ?? 'unknown']);
}
