import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Desk } from '../../actions/desk';
import type { Intake } from '../../actions/hearing/intake';
import { over, visitorBy } from '../../actions/webchat/visitors';
import { type FieldError, Refusal } from '../../domain/errors';
import { cleanDeep } from '../../domain/text';
import { fieldErrors } from '../field-errors';
import type { HttpConfig } from '../http-config';
import type { PageRoute } from './call';
import { CALLS } from './calls';
import { openTo, type PageKind, pageIn, pageKinds, preflight, siteOf } from './doorway';
import type { Pages } from './live';
import type { Rates } from './rates';
import { tokenOf } from './sessions';

export interface PageNeeds {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly rates: Rates;
  readonly pages: Pages;
}

const readJson = express.json({ limit: '64kb', strict: false, type: () => true });

/** Serves the pages of kinds whose network is the desk itself: no cookies, and only sites that the channel names. */
export function servePages(app: Express, needs: PageNeeds): void {
  for (const kind of pageKinds(needs.desk)) {
    const base = `${kind.page.path}/:channelId`;
    for (const call of CALLS) {
      app.options(base + call.path, asked(needs, kind));
      app[call.method](base + call.path, answering(needs, kind, call));
    }
  }
}

async function arrive({ desk, config }: PageNeeds, kind: PageKind, request: Request, response: Response) {
  response.vary('Origin');
  const page = pageIn(await desk.house.refresh(), kind, String(request.params.channelId));
  const site = siteOf(request, page, config);
  if (site !== null) openTo(response, site);
  return page;
}

const asked =
  (needs: PageNeeds, kind: PageKind): RequestHandler =>
  async (request, response) => {
    await arrive(needs, kind, request, response);
    preflight(request, response);
  };

const answering =
  (needs: PageNeeds, kind: PageKind, call: PageRoute): RequestHandler =>
  async (request, response) => {
    const { desk, intake, pages, rates } = needs;
    const page = await arrive(needs, kind, request, response);
    const address = request.ip ?? '';
    const known = call.by === 'visitor' ? await visitorBy(desk, page.channel.id, tokenOf(request) ?? null) : null;
    rates.count(call.counts, { address, ...(known ? { visitorId: known.visitor.id } : {}) });
    if (call.by === 'visitor' && !known) throw over();
    const body = call.body ? check(call.body, await bodyOf(request, response)) : undefined;
    const query = call.query ? check(call.query, cleanDeep({ ...request.query })) : undefined;
    const answer = await call.handle({
      desk,
      intake,
      pages,
      page,
      request,
      response,
      body: body as never,
      query: query as never,
      // Where nobody needs to be known, nobody looks at who it is.
      visitor: known?.visitor as never,
      params: cleanDeep({ ...(request.params as Record<string, string>) }),
    });
    if (answer === null) return;
    response.status(answer.status ?? call.status);
    if (answer.body === null) response.end();
    else response.type('json').send(JSON.stringify(answer.body));
  };

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  await new Promise<void>((resolve, reject) => {
    const next: NextFunction = (error) => (error ? reject(error) : resolve());
    readJson(request, response, next);
  });
  try {
    return cleanDeep(request.body ?? {});
  } catch {
    throw new Refusal('invalid', 'The body is nested too deeply.', { errors: [] });
  }
}

function check(schema: NonNullable<PageRoute['body']>, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors: FieldError[] = error.issues.flatMap(fieldErrors);
  const [first] = errors;
  throw new Refusal('invalid', first ? `${first.path || 'the body'}: ${first.message}` : 'not as expected', { errors });
}
