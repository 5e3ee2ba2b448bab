import type { RequestHandler } from 'express';
import type { HttpConfig } from './http-config';
import { isInsider } from './insiders';
import type { Metrics } from './metrics';
import { DoorRefusal } from './problems';

const PATIENCE = 2000;

/** Something that must answer for the desk to be ready; it rejects when it does not. */
export interface Check {
  readonly name: string;
  /** It is told of, and no more: without it the desk still does its main job. */
  readonly aside?: true;
  run(): Promise<unknown>;
}

interface Checked {
  readonly name: string;
  readonly ok: boolean;
  readonly aside?: true;
  readonly detail?: string;
}

export const alive: RequestHandler = (_request, response) => {
  response.json({ status: 'ok' });
};

/** 200 when everything answers, else 503. What exactly is for insiders. */
export function ready(checks: readonly Check[], config: HttpConfig, stopping: { readonly yes: boolean }): RequestHandler {
  return async (request, response) => {
    const checked = await Promise.all(checks.map(run));
    const isReady = !stopping.yes && checked.every(({ ok, aside }) => ok || aside);
    const status = isReady ? 'ready' : stopping.yes ? 'stopping' : 'not_ready';
    response.status(isReady ? 200 : 503).json(isInsider(request, config) ? { status, checks: checked } : { status });
  };
}

async function run(check: Check): Promise<Checked> {
  let timer: NodeJS.Timeout | undefined;
  const said = { name: check.name, ...(check.aside ? { aside: check.aside } : {}) };
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    await Promise.race([check.run(), late]);
    return { ...said, ok: true };
  } catch (error) {
    return { ...said, ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

export function measured({ registry }: Metrics, config: HttpConfig): RequestHandler {
  return async (request, response) => {
    if (!isInsider(request, config))
      throw new DoorRefusal('unauthenticated', 'Ask from this machine, or send METRICS_TOKEN as a bearer token.');
    response.type(registry.contentType).send(await registry.metrics());
  };
}
