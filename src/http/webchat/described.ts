import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import type { PageDoor } from '../../ports/channel';
import { groupBy } from '../group';
import { PROBLEMS, type ProblemCode } from '../problems';
import { ProblemShape } from '../schemas/problem';
import type { PageRoute } from './call';
import { CALLS } from './calls';

const JSON_TYPE = 'application/json';
const BYTES = z.string().meta({ type: 'string', format: 'binary' });

/** What a page may call, for /openapi.json. */
export const describedCalls = ({ path }: PageDoor): RouteConfig[] => CALLS.map((call) => described(`${path}/{channelId}`, call));

function described(base: string, call: PageRoute): RouteConfig {
  const path = base + call.path.replace(/:(\w+)/g, '{$1}');
  const params = z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, z.string()])));
  return {
    method: call.method,
    path,
    tags: ['webchat'],
    summary: call.says,
    description: 'From a site that the channel names, or the desk itself (`Origin`).',
    security: call.by === 'visitor' ? [{ visitor: [] }] : [],
    request: {
      params,
      ...(call.query instanceof z.ZodObject ? { query: call.query } : {}),
      ...(call.body ? { body: { content: { [JSON_TYPE]: { schema: call.body } } } } : {}),
      ...(call.counts === 'file' ? { body: { content: { 'application/octet-stream': { schema: BYTES } } } } : {}),
    },
    responses: { [call.status]: answerOf(call), ...refusals(codesOf(call)) },
  };
}

function answerOf({ answer, status }: PageRoute) {
  if (answer) return { description: 'Done.', content: { [JSON_TYPE]: { schema: answer } } };
  return status === 204 ? { description: 'Done.' } : { description: 'The file.', content: { '*/*': { schema: BYTES } } };
}

const codesOf = ({ by, body, query, counts, refuses = [] }: PageRoute): ProblemCode[] => [
  'origin_missing',
  'origin_foreign',
  'not_found',
  'too_many_attempts',
  'internal',
  ...(by === 'visitor' ? (['unauthenticated'] as const) : []),
  ...(body || query ? (['invalid'] as const) : []),
  ...(body || counts === 'file' ? (['too_large', 'unavailable'] as const) : []),
  ...refuses,
];

function refusals(codes: readonly ProblemCode[]) {
  const byStatus = groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\` ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: ProblemShape } },
      },
    ]),
  );
}
