import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../actions/desk';
import type { Intake } from '../actions/hearing/intake';
import { SIGNS } from '../domain/signs';
import { isFull, RETRY_AFTER } from './backpressure';
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode, problem } from './problems';
import { rawBody } from './raw-body';
import { REJECTIONS, type Rejection, type Rejects } from './rejects';
import { REQUEST_ID, requestId } from './request-id';
import { senderOf, type Trusts } from './sender';
import { type Directories, type Directory, directories, type Line } from './webhook-directory';
import { parcelsOf } from './webhook-parcels';
import { type WebhookRepeats, webhookRepeats } from './webhook-repeats';
import { signerOf } from './webhook-signer';
import { namesOf, type WebhookSigns } from './webhook-signs';
import { type Strangers, strangers } from './webhook-strangers';

const MIB = 1024 * 1024;
const LARGEST = 3 * MIB;
const LONGEST_ID = 64;

export interface WebhookDoor {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly rejects: Rejects;
  readonly signs: Pick<WebhookSigns, 'saw'>;
  readonly trusts: Trusts;
}

/**
 * Answers `/webhooks/{channelId}` on the bare server, in front of express, which would cost more than all the rest.
 *
 * @see CONTRACT "HTTP"
 */
export function webhooks(door: WebhookDoor): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const known = directories(door.desk);
  const whose = strangers(known);
  const repeats = webhookRepeats(door.desk);
  return async (request, response) => {
    response.setHeader(REQUEST_ID, door.desk.newId());
    response.setHeader('X-Content-Type-Options', 'nosniff');
    try {
      await answer({ ...door, known, whose, repeats, request, response });
    } catch (cause) {
      if (request.destroyed && !request.complete) return void response.destroy();
      door.desk.log.error('a webhook was not answered', { requestId: requestId(response), cause });
      refuse(response, 'internal', 'This is our fault, not yours.');
    }
  };
}

interface Exchange extends WebhookDoor {
  readonly known: Directories;
  readonly whose: Strangers;
  readonly repeats: WebhookRepeats;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(exchange: Exchange): Promise<void> {
  const { known, request, response } = exchange;
  const { id, query } = addressOf(request.url ?? '');
  const line = served(known.now(), id) ?? (id === '' ? undefined : served(await known.renewed(), id));
  if (!line) return refuse(response, 'not_found', 'There is no such channel.');
  if (request.method === 'GET') return shakeHands(exchange, line, query);
  if (request.method === 'POST') return hear(exchange, line);
  refuse(response, 'not_found', 'A webhook takes GET and POST.');
}

/** A deleted channel is served while it has siblings. */
function served(directory: Directory, id: string): Line | undefined {
  const line = directory.line(id);
  return line && (line.live || directory.siblings(line).length > 0) ? line : undefined;
}

function addressOf(url: string): { readonly id: string; readonly query: string } {
  const at = url.indexOf('?');
  const id = url.slice('/webhooks/'.length, at < 0 ? undefined : at);
  return { id: id.length > LONGEST_ID || id.includes('/') ? '' : id, query: at < 0 ? '' : url.slice(at + 1) };
}

async function shakeHands({ desk, signs, known, response }: Exchange, line: Line, query: string): Promise<void> {
  const { handshake } = line.webhook;
  if (!handshake) return refuse(response, 'not_found', 'This webhook takes POST only.');
  const asked = Object.fromEntries(new URLSearchParams(query));
  const shake = (directory: Directory, at: Line) =>
    handshake(
      asked,
      [at, ...directory.siblings(at)].map(({ verifyToken }) => verifyToken).filter((token) => token !== null),
    );
  let shaken = shake(known.now(), line);
  if (shaken.status >= 400) {
    const renewed = await known.renewed();
    shaken = shake(renewed, renewed.line(line.channel.id) ?? line);
  }
  await signs.saw(line.channel.id, [shaken.status < 400 ? SIGNS.handshake : SIGNS.handshakeFailed], desk.clock.now());
  response.writeHead(shaken.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(shaken.body);
}

async function hear(exchange: Exchange, line: Line): Promise<void> {
  const { desk, intake, signs, whose, repeats, request, response } = exchange;
  const { id } = line.channel;
  if (isFull(intake)) return brake(request, response);
  const raw = await rawBody(request, LARGEST);
  if (!raw) return reject(exchange, id, 'too_large');
  if (isFull(intake)) return brake(request, response);

  const at = desk.clock.now();
  const signed = await signerOf(exchange.known, line, { raw, headers: request.headers, at });
  if (!signed) {
    const isForeign = isSigned(line, request);
    if (isForeign) void signs.saw(id, whose(line, { raw, headers: request.headers, at }), at);
    return reject(exchange, id, isForeign ? 'unknown_secret' : 'no_signature');
  }
  const body = parse(raw);
  if (body === undefined) return reject(exchange, id, 'not_json');
  const name = line.webhook.nameOf?.(request.headers as Record<string, string | undefined>) ?? null;
  if (name !== null && (await repeats.knows(id, name))) return taken(response);

  const parcels = parcelsOf(signed, signed.line.hear(body), at);
  try {
    if (parcels.length > 0) await intake.submit(parcels, raw.length);
  } catch (cause) {
    desk.log.warn('a webhook could not be committed; the provider will repeat it', {
      requestId: requestId(response),
      channelId: id,
      cause,
    });
    return brake(request, response);
  }
  if (name !== null) await repeats.keep(id, name);
  for (const { channelId, names } of namesOf(signed, parcels)) await signs.saw(channelId, names, at);
  taken(response);
}

const taken = (response: ServerResponse): void => void response.writeHead(200, { 'Content-Length': '0' }).end();

function brake(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.setHeader('Retry-After', String(RETRY_AFTER));
  refuse(response, 'unavailable', 'More waits than can be stored now. Send it again later.');
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

const isSigned = ({ webhook }: Line, { headers }: IncomingMessage): boolean =>
  webhook.isSigned(headers as Record<string, string | undefined>);

function reject({ desk, rejects, trusts, request, response }: Exchange, channelId: string, rejection: Rejection): void {
  const { code, says, means } = REJECTIONS[rejection];
  const { count } = rejects.add(channelId, rejection, { at: desk.clock.now(), from: senderOf(request, trusts) });
  if (Number.isInteger(Math.log2(count)))
    desk.log.warn('webhook POSTs are refused', { requestId: requestId(response), channelId, why: means, count });
  refuse(response, code, says);
}

function refuse(response: ServerResponse, code: ProblemCode, why: string): void {
  if (response.headersSent) return void response.end();
  const body = JSON.stringify(problem(code, why, requestId(response)));
  response.writeHead(PROBLEMS[code].status, { 'Content-Type': PROBLEM_TYPE, 'Content-Length': Buffer.byteLength(body) }).end(body);
}
