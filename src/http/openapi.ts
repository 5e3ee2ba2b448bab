import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { needsOf } from '../domain/access';
import type { ChannelKind } from '../ports/channel';
import { groupBy } from './group';
import { withProtocols } from './openapi-protocols';
import { PROBLEMS, type ProblemCode } from './problems';
import type { Route } from './route';
import { OUTSIDE } from './routes/outside';
import { ProblemShape } from './schemas/problem';
import { describedCalls } from './webchat/described';

export type OpenApi = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const JSON_TYPE = 'application/json';

/** The OpenAPI document, made of the very tables and schemas that answer and validate; `kinds` bring protocols of their own. */
export function openApi(routes: readonly Route[], kinds: Iterable<ChannelKind> = []): OpenApi {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'relaydesk',
    description: '`__Host-relaydesk` on https. From `POST /api/v1/session`.',
  });
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description:
      'Of a machine. From `POST /api/v1/tokens`, with the scopes that each call names. Needs no `Origin`, and wins beside a cookie.',
  });
  for (const route of routes) registry.registerPath(operation(route));
  registry.registerComponent('securitySchemes', 'visitor', {
    type: 'http',
    scheme: 'bearer',
    description: 'Of who writes on a site. From `POST /webchat/{channelId}/session`.',
  });
  for (const outside of OUTSIDE) registry.registerPath(outside);
  const known = [...kinds];
  for (const { page } of known) if (page) describedCalls(page).forEach((call) => void registry.registerPath(call));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Relaydesk',
      version: '1',
      description:
        'Lists answer `{data, nextCursor}`. Times are ISO 8601 in UTC. Ids are opaque. PATCH merges by key: what is missing stays, null is a value. Errors are problem documents (RFC 9457) with a `code`. Writes with a session must carry the header `Origin` with the desk\u2019s own address.',
    },
    servers: [{ url: '/' }],
  });
  return withProtocols(document, known);
}

function operation(route: Route): RouteConfig {
  return {
    method: route.method,
    path: `/api/v1${route.path}`,
    tags: [route.tag],
    summary: route.says,
    ...(whoOf(route) ? { description: whoOf(route) } : {}),
    security: securityOf(route),
    request: {
      params: paramsOf(route.path),
      ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
      ...(headersOf(route) ? { headers: headersOf(route) } : {}),
      ...(route.body ? { body: { content: { [JSON_TYPE]: { schema: route.body } } } } : {}),
      ...(route.file && 'takes' in route.file ? { body: A_FILE } : {}),
    },
    responses: { [route.status]: answerOf(route), ...besidesOf(route), ...refusalsOf(route) },
  } as RouteConfig;
}

/** For whom a call is, in words; empty when it is for everybody who logs in. */
function whoOf(route: Route): string {
  const needs = needsOf(route);
  const admins = route.for === 'admins' ? 'Admins only.' : '';
  const tokens = route.for === 'anyone' || needs === 'any' ? '' : needs ? `Tokens need \`${needs}\`.` : 'Not for tokens.';
  return [admins, tokens].filter(Boolean).join(' ');
}

function securityOf(route: Route): Record<string, string[]>[] {
  if (route.for === 'anyone') return [];
  const needs = needsOf(route);
  return [{ session: [] }, ...(needs ? [{ token: needs === 'any' ? [] : [needs] }] : [])];
}

function paramsOf(path: string): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

function headersOf({ again, versioned }: Route): z.ZodObject | undefined {
  const key = z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'Repeated within 24 hours with the same body, it gives the first answer again.' });
  const version = z
    .string()
    .optional()
    .meta({ description: 'The `version` that you read: refused with 412 when it has another one by now.' });
  if (!again && !versioned) return undefined;
  return z.object({ ...(again ? { 'Idempotency-Key': key } : {}), ...(versioned ? { 'If-Match': version } : {}) });
}

const BYTES = z.string().meta({ type: 'string', format: 'binary' });

/** A form with the file, or the file itself. */
const A_FILE = {
  content: { 'multipart/form-data': { schema: z.object({ file: BYTES }) }, 'application/octet-stream': { schema: BYTES } },
};

function answerOf({ status, answer, file }: Route) {
  if (file && 'gives' in file) return { description: 'The file.', content: { [file.gives]: { schema: BYTES } } };
  const description = status === 201 ? 'Made.' : answer ? 'Done.' : 'Done; nothing to say.';
  return answer ? { description, content: { [JSON_TYPE]: { schema: answer } } } : { description };
}

/** A file that the caller has already is not given again; one that is given in parts may be asked for beyond its end. */
function besidesOf({ file }: Route) {
  if (!file || !('gives' in file)) return {};
  const content = { [file.gives]: { schema: BYTES } };
  return {
    304: { description: 'The file is the one of `If-None-Match`.' },
    ...(file.inParts
      ? { 206: { description: 'The part that `Range` asked for.', content }, 416: { description: 'The file ends before `Range` begins.' } }
      : {}),
  };
}

/** What a route refuses, by its own list and by what it asks for. */
export function codesOf(route: Route): ProblemCode[] {
  const writes = route.method !== 'get';
  const codes: readonly (readonly [boolean, readonly ProblemCode[]])[] = [
    [route.for !== 'anyone', ['unauthenticated']],
    [route.for !== 'anyone' && needsOf(route) === null, ['people_only']],
    [route.for !== 'anyone' && ![null, 'any'].includes(needsOf(route)), ['scope_missing']],
    [writes, ['origin_missing', 'origin_foreign', 'misdirected', 'unavailable']],
    [route.file !== undefined, ['unavailable']],
    [route.finds !== undefined, ['not_found']],
    [route.body !== undefined, ['bad_request', 'too_large', 'unsupported_media_type']],
    [route.body !== undefined || route.query !== undefined || Boolean(route.versioned), ['invalid']],
    [route.for === 'admins', ['forbidden']],
    [Boolean(route.versioned), ['stale']],
    [route.again !== undefined, ['in_progress', 'idempotency_mismatch']],
    [true, ['internal']],
  ];
  return [...new Set([...codes.flatMap(([holds, list]) => (holds ? list : [])), ...(route.refuses ?? [])])];
}

function refusalsOf(route: Route) {
  const byStatus = groupBy(codesOf(route), (code) => PROBLEMS[code].status);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, refusal(codes)]));
}

/** One status with the codes that it may carry. */
export function refusal(codes: readonly ProblemCode[]) {
  const description = codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}.`).join(' ');
  return { description, content: { 'application/problem+json': { schema: ProblemShape } } };
}
