import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Intake } from '../actions/hearing/intake';
import { answering } from './answer';
import { alive, type Check, measured, ready } from './health';
import { MEDIA_LINK, mediaLink } from './media-link';
import type { Metrics } from './metrics';
import { type OpenApi, openApi } from './openapi';
import { docsPage } from './pages/docs';
import { DoorRefusal, PROBLEM_TYPE, problemOf } from './problems';
import { REQUEST_ID, requestId } from './request-id';
import type { Front } from './route';
import { ROUTES } from './routes';
import { doorsOf, sharedDoor } from './shared-door';
import { serveWebApp } from './web-app';
import { servePages } from './webchat';
import type { Pages } from './webchat/live';
import type { Rates } from './webchat/rates';
import { serveWebchatScript } from './webchat-script';

export interface AppNeeds extends Front {
  readonly metrics: Metrics;
  readonly checks: readonly Check[];
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly pages: Pages;
  readonly rates: Rates;
  readonly stopping: { readonly yes: boolean };
}

/** Everything but the webhooks. */
export function api(needs: AppNeeds): Express {
  const { config } = needs;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.set(
    'trust proxy',
    config.trustProxy === null ? false : Array.isArray(config.trustProxy) ? [...config.trustProxy] : config.trustProxy,
  );
  app.use(named(needs), guarded);

  app.get('/healthz', alive);
  app.get('/readyz', ready(needs.checks, config, needs.stopping));
  app.get('/metrics', measured(needs.metrics, config));
  const description = describing(needs);
  app.get('/openapi.json', (_request, response) => void response.json(description()));
  app.get('/docs', docsPage(description));
  app.get(MEDIA_LINK, mediaLink(needs.desk));
  for (const kind of doorsOf(needs.desk)) app.post(kind.door.path, sharedDoor(needs, kind));
  if (config.webApp !== null) serveWebchatScript(app, config.webApp);
  servePages(app, needs);
  if (config.webApp !== null) serveWebApp(app, config.webApp);

  for (const route of ROUTES) app[route.method](`/api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`, answering(route, needs));
  app.use(() => {
    throw new DoorRefusal('not_found', 'There is nothing under this address.');
  });
  app.use(refused(needs));
  return app;
}

/** Made when it is first asked for: that takes a tenth of a second, which no start should wait for. */
function describing({ desk }: AppNeeds): () => OpenApi {
  let described: OpenApi | null = null;
  return () => {
    described ??= openApi(ROUTES, desk.kinds.values());
    return described;
  };
}

/** Gives the request its id, and measures and logs its answer. Neither holds a query: those hold phones and names. */
function named({ desk, metrics }: AppNeeds): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.setHeader(REQUEST_ID, desk.newId());
    response.once('finish', () => {
      const route = `${request.method} ${request.route?.path ?? 'unknown'}`;
      const took = performance.now() - began;
      metrics.answered(route, response.statusCode, took / 1000);
      desk.log.debug('answered', { requestId: requestId(response), route, status: response.statusCode, ms: Math.round(took) });
    });
    next();
  };
}

const helmets = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  referrerPolicy: { policy: 'same-origin' },
});

const guarded: RequestHandler = (request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  helmets(request, response, next);
};

/** Every refusal is a problem document; what is none is logged once, with its cause, and told nobody. */
function refused({ desk }: AppNeeds): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = problemOf(error, requestId(response));
    if (problem.status >= 500)
      // Who refuses at the door knows why, and it is no fault of ours.
      desk.log[error instanceof DoorRefusal ? 'warn' : 'error']('a request failed', {
        requestId: problem.requestId,
        route: request.route?.path,
        method: request.method,
        cause: error instanceof DoorRefusal ? error.message : error,
      });
    if (response.headersSent) return void response.destroy();
    // What a file had said of itself holds for no problem: a browser would keep it under the file's name.
    for (const name of ['ETag', 'Accept-Ranges', 'Content-Range', 'Content-Disposition', 'Content-Length']) response.removeHeader(name);
    response.setHeader('Cache-Control', 'no-store');
    if (typeof problem.retryAfter === 'number') response.setHeader('Retry-After', problem.retryAfter);
    response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  };
}
