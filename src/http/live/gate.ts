import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Express, Request } from 'express';
import type { Desk } from '../../actions/desk';
import { comerOf, mustBeInScope } from '../comer';
import type { HttpConfig } from '../http-config';
import { mustBeOurs } from '../origin';
import { DoorRefusal, PROBLEM_TYPE, type Problem, problemOf } from '../problems';
import { REQUEST_ID } from '../request-id';

export interface GateNeeds {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly stopping: { readonly yes: boolean };
}

type Raw = IncomingMessage & { readonly websocket?: unknown };
type Middleware = (request: Raw, response: ServerResponse, next: () => void) => void;

/**
 * Every request of a socket passes here before engine.io sees it, the upgrade too: a session and an origin of ours,
 * or a token for it.
 *
 * @see CONTRACT "Auth"
 */
export function gate(needs: GateNeeds, app: Express): Middleware {
  return (raw, response, next) => {
    letIn(needs, dressed(raw, app)).then(
      () => next(),
      (error: unknown) => {
        const problem = problemOf(error, needs.desk.newId());
        if (problem.status >= 500 && problem.code === 'internal')
          needs.desk.log.error('a socket was not let in', { requestId: problem.requestId, cause: error });
        refuse(raw, response, problem);
      },
    );
  };
}

async function letIn({ desk, config, stopping }: GateNeeds, request: Request): Promise<void> {
  if (stopping.yes) throw new DoorRefusal('unavailable', 'The desk is stopping. Come back in a moment.');
  const { person, bearer } = await comerOf({ desk, config }, request);
  if (!bearer) mustBeOurs(request, config);
  mustBeInScope(person, 'live:read');
}

/** A bare request with what express knows of hosts, schemes and proxies. */
function dressed(request: Raw, app: Express): Request {
  return Object.setPrototypeOf(request, app.request) as Request;
}

/** An upgrade has no response yet: its answer is written by hand, and the line is closed. */
function refuse({ socket, headers }: Raw, response: ServerResponse, problem: Problem): void {
  const body = JSON.stringify(problem);
  const told = {
    [REQUEST_ID]: problem.requestId,
    'Content-Type': PROBLEM_TYPE,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  if (headers.upgrade === undefined) return void response.writeHead(problem.status, told).end(body);
  const lines = Object.entries(told).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
}
