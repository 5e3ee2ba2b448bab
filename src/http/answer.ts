import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Caller } from '../actions/desk';
import { needsOf } from '../domain/access';
import { type FieldError, invalid, Refusal } from '../domain/errors';
import { cleanDeep } from '../domain/text';
import { recording } from './acting';
import { comerOf, mustBeInScope } from './comer';
import { fieldErrors } from './field-errors';
import { idempotently } from './idempotency';
import { mustBeOurs } from './origin';
import { DoorRefusal, PROBLEM_TYPE } from './problems';
import type { Call, Front, Route } from './route';

const readJson = express.json({ limit: '1mb', strict: false });

/** What a route makes of a call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The express handler of a row: who asks, the body, then the refusals in the order of LIFECYCLE §3, then the answer. */
export function answering(route: Route, front: Front): RequestHandler {
  return async (request, response) => {
    const person = await whoAsks(route, front, request);
    const body = await bodyOf(route, request, response);
    const house = await front.desk.house.refresh();
    const desk = recording(front.desk, route, person, request, body);
    const bare = {
      ...front,
      desk,
      house,
      person,
      request,
      response,
      params: paramsOf(request),
      version: undefined,
      query: undefined,
      body,
    };
    send(response, person && route.again ? await once(route, { ...bare, person }) : await run(route, bare));
  };
}

function once(route: Route, call: Call<unknown, unknown>): Promise<Answer> {
  const { person, request, response, body } = call;
  return idempotently({
    front: call,
    person,
    request,
    response,
    body,
    run: (desk) => run(route, { ...call, desk }),
    kept: route.kept ?? ((kept) => kept),
    mustStillBeAllowed: () => mustHaveRole(route, person),
    again: async (id) => ({ status: route.status, body: await route.again?.(call, id) }),
  });
}

async function whoAsks(route: Route, front: Front, request: Request): Promise<Caller | null> {
  const writes = route.method !== 'get';
  if (route.for === 'anyone') {
    if (writes) mustBeOurs(request, front.config);
    return null;
  }
  const { person, bearer } = await comerOf(front, request);
  if (writes && !bearer) mustBeOurs(request, front.config);
  mustBeInScope(person, needsOf(route));
  return person;
}

/** An empty body is an empty object: most actions need none. Text is cleaned here, on its way in. */
async function bodyOf(route: Route, request: Request, response: Response): Promise<unknown> {
  if (route.file && 'takes' in route.file) return signsOf(request);
  if (!route.body) return undefined;
  if (request.is(['json', '+json']) === false && request.headers['content-length'] !== '0') {
    throw new DoorRefusal('unsupported_media_type', 'Send JSON, with the header Content-Type: application/json.');
  }
  await new Promise<void>((resolve, reject) => {
    const next: NextFunction = (error) => (error ? reject(error) : resolve());
    readJson(request, response, next);
  });
  return cleaned(request.body ?? {});
}

/** Of a file, which is read only once: by these two requests with one Idempotency-Key are told apart. */
function signsOf({ headers, url }: Request): unknown {
  return { url, length: headers['content-length'] ?? null, type: headers['content-type']?.split(';')[0] ?? null };
}

/** No body has a use for more levels, and some of what looks at one goes down through each of them. */
const DEEPEST = 100;

function cleaned(body: unknown): unknown {
  if (isDeeper(body, DEEPEST)) throw invalid('', `must not be nested deeper than ${DEEPEST} levels`);
  return cleanDeep(body);
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));

function paramsOf(request: Request): Record<string, string> {
  return cleanDeep({ ...(request.params as Record<string, string>) });
}

async function run(route: Route, bare: Call<unknown, unknown, Caller | null>): Promise<Answer> {
  const call = bare as Call<unknown, unknown>;
  if (route.finds) await route.finds(call);
  const query = check(route.query, cleanDeep({ ...call.request.query }));
  const body = check(route.body, call.body);
  const version = route.versioned ? versionIn(call.request) : undefined;
  mustHaveRole(route, call.person);
  const handle = route.handle as (call: Call<unknown, unknown>) => Promise<unknown>;
  return { status: route.status, body: await handle({ ...call, query, body, version }) };
}

function mustHaveRole(route: Route, person: Caller | null): void {
  if (route.for === 'admins' && person?.role !== 'admin') throw new Refusal('forbidden', 'Only admins may do this.');
}

function check(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors: FieldError[] = error.issues.flatMap(fieldErrors);
  const [first] = errors;
  throw new Refusal('invalid', first ? `${first.path || 'the body'}: ${first.message}` : 'not as expected', { errors });
}

function versionIn(request: Request): number | undefined {
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(given)?.[1];
  if (version === undefined) throw invalid('If-Match', 'expected the version of what is to be changed, such as "3"');
  return Number(version);
}

function send(response: Response, { status, body }: Answer): void {
  if (response.headersSent) return;
  response.status(status);
  if (body === undefined || body === null) return void response.end();
  if (status >= 400) response.type(PROBLEM_TYPE);
  else response.type('json');
  response.send(JSON.stringify(body));
}
