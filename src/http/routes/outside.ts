import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from '../problems';
import { ProblemShape } from '../schemas/problem';

const channel = z.object({ channelId: z.string() });
const text = { 'text/plain': { schema: z.string() } };

function refusals(...codes: ProblemCode[]) {
  return Object.fromEntries(
    codes.map((code) => [
      PROBLEMS[code].status,
      { description: `\`${code}\` ${PROBLEMS[code].title}.`, content: { 'application/problem+json': { schema: ProblemShape } } },
    ]),
  );
}

/** What is served beside /api/v1. */
export const OUTSIDE: readonly RouteConfig[] = [
  {
    method: 'get',
    path: '/webhooks/{channelId}',
    tags: ['webhooks'],
    summary: 'A provider asks whether this URL is ours: the challenge comes back when the verify token is right.',
    request: {
      params: channel,
      query: z.object({ 'hub.mode': z.string(), 'hub.verify_token': z.string(), 'hub.challenge': z.string() }),
    },
    responses: {
      200: { description: 'The challenge.', content: text },
      403: { description: 'The verify token is wrong.', content: text },
      ...refusals('not_found'),
    },
  },
  {
    method: 'post',
    path: '/webhooks/{channelId}',
    tags: ['webhooks'],
    summary: 'A provider tells what happened. Answered when the events are committed.',
    request: {
      params: channel,
      headers: z.object({ 'X-Hub-Signature-256': z.string().optional().meta({ description: 'Meta: who calls.' }) }),
      body: { content: { 'application/json': { schema: z.unknown() } } },
    },
    responses: {
      200: { description: 'Committed.' },
      ...refusals('bad_request', 'unauthenticated', 'not_found', 'too_large', 'internal', 'unavailable'),
    },
  },
  {
    method: 'get',
    path: '/healthz',
    tags: ['health'],
    summary: 'Whether the process is alive.',
    responses: { 200: { description: 'Alive.', content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } } } },
  },
  {
    method: 'get',
    path: '/readyz',
    tags: ['health'],
    summary: 'Whether the desk can serve. Details for this machine and for METRICS_TOKEN.',
    responses: Object.fromEntries(
      [200, 503].map((status) => [
        status,
        { description: status === 200 ? 'Ready.' : 'Not ready.', content: { 'application/json': { schema: readiness() } } },
      ]),
    ),
  },
  {
    method: 'get',
    path: '/metrics',
    tags: ['health'],
    summary: 'Figures for Prometheus, for this machine and for METRICS_TOKEN.',
    responses: { 200: { description: 'Figures.', content: text }, ...refusals('unauthenticated') },
  },
  {
    method: 'get',
    path: '/openapi.json',
    tags: ['health'],
    summary: 'This document.',
    responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } } } },
  },
];

function readiness() {
  const check = z.object({ name: z.string(), ok: z.boolean(), detail: z.string().optional() });
  return z.object({ status: z.enum(['ready', 'not_ready', 'stopping']), checks: z.array(check).optional() });
}
