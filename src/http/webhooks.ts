import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../actions/desk';
import type { Intake, Parcel } from '../actions/intake';
import type { Heard } from '../ports/channel';
import type { House } from '../ports/store';
import { PROBLEM_TYPE, PROBLEMS, type ProblemCode, problem } from './problems';
import { rawBody } from './raw-body';
import type { Rejects } from './rejects';
import { REQUEST_ID, requestId } from './request-id';
import { type Directory, directoryOf, type Line, secretsOf } from './webhook-directory';

const MIB = 1024 * 1024;
const LARGEST = 3 * MIB;
const WAITING = { bytes: 32 * MIB, events: 5000 };
const RETRY_AFTER = '5';
const LONGEST_ID = 64;

export interface WebhookDoor {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly rejects: Rejects;
}

/**
 * Answers `/webhooks/{channelId}` on the bare server, in front of express, which would cost more than all the rest.
 *
 * @see CONTRACT "HTTP"
 */
export function webhooks(door: WebhookDoor): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const known = directories(door.desk);
  return async (request, response) => {
    response.setHeader(REQUEST_ID, door.desk.newId());
    response.setHeader('X-Content-Type-Options', 'nosniff');
    try {
      await answer({ ...door, known, request, response });
    } catch (cause) {
      if (request.destroyed && !request.complete) return void response.destroy();
      door.desk.log.error('a webhook was not answered', { requestId: requestId(response), cause });
      refuse(response, 'internal', 'This is our fault, not yours.');
    }
  };
}

interface Exchange extends WebhookDoor {
  readonly known: Directories;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer(exchange: Exchange): Promise<void> {
  const { known, request, response } = exchange;
  const { id, query } = addressOf(request.url ?? '');
  const found = known.now().line(id) ?? (id === '' ? undefined : (await known.renewed()).line(id));
  const line = found && (found.live || known.now().siblings(found).length > 0) ? found : undefined;
  if (!line) return refuse(response, 'not_found', 'There is no such channel.');
  if (request.method === 'GET') return shakeHands(exchange, line, query);
  if (request.method === 'POST') return hear(exchange, line);
  refuse(response, 'not_found', 'A webhook takes GET and POST.');
}

function addressOf(url: string): { readonly id: string; readonly query: string } {
  const at = url.indexOf('?');
  const id = url.slice('/webhooks/'.length, at < 0 ? undefined : at);
  return { id: id.length > LONGEST_ID || id.includes('/') ? '' : id, query: at < 0 ? '' : url.slice(at + 1) };
}

async function shakeHands({ known, response }: Exchange, line: Line, query: string): Promise<void> {
  const asked = Object.fromEntries(new URLSearchParams(query));
  const shake = (directory: Directory, at: Line) =>
    at.webhook.handshake(
      asked,
      [at, ...directory.siblings(at)].map(({ verifyToken }) => verifyToken).filter((token) => token !== null),
    );
  let shaken = shake(known.now(), line);
  if (shaken.status >= 400) {
    const renewed = await known.renewed();
    shaken = shake(renewed, renewed.line(line.channel.id) ?? line);
  }
  response.writeHead(shaken.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(shaken.body);
}

async function hear(exchange: Exchange, line: Line): Promise<void> {
  const { desk, intake, request, response } = exchange;
  const { id } = line.channel;
  if (isFull(intake)) return brake(request, response);
  const raw = await rawBody(request, LARGEST);
  if (!raw) return reject(exchange, id, 'too_large', 'A body may have at most 3 MiB.');
  if (isFull(intake)) return brake(request, response);

  const signed = signerOf(exchange.known.now(), line, exchange, raw) ?? (await signerAfterRenewal(exchange, line, raw));
  if (!signed) return reject(exchange, id, 'unauthenticated', 'The signature is missing or wrong.');
  const body = parse(raw);
  if (body === undefined) return reject(exchange, id, 'bad_request', 'The body is not JSON.');

  const parcels = route(signed, signed.line.webhook.hear(body), desk.clock.now());
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
  response.writeHead(200, { 'Content-Length': '0' }).end();
}

function isFull(intake: WebhookDoor['intake']): boolean {
  const { bytes, events } = intake.waiting();
  return bytes >= WAITING.bytes || events >= WAITING.events;
}

function brake(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.setHeader('Retry-After', RETRY_AFTER);
  refuse(response, 'unavailable', 'More waits than can be stored now. Send it again later.');
}

interface Signed {
  readonly directory: Directory;
  readonly line: Line;
  /** The secret that signed these bytes. */
  readonly secret: string;
}

/** A deleted channel's URL takes what its siblings' secrets sign. */
function signerOf(directory: Directory, line: Line, { desk, request }: Exchange, raw: Buffer): Signed | undefined {
  const now = desk.clock.now();
  const signers = line.live ? [line] : [line, ...directory.siblings(line)];
  const headers = request.headers as Record<string, string | undefined>;
  const secret = signers.flatMap((signer) => secretsOf(signer, now)).find((known) => line.webhook.signed(raw, headers, [known]));
  return secret === undefined ? undefined : { directory, line, secret };
}

/** Another process may have learned a new secret: look once more before refusing. */
async function signerAfterRenewal(exchange: Exchange, line: Line, raw: Buffer): Promise<Signed | undefined> {
  const former = exchange.known.now();
  const renewed = await exchange.known.renewed();
  const now = renewed.line(line.channel.id);
  return renewed === former || !now ? undefined : signerOf(renewed, now, exchange, raw);
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** One app, one URL, many accounts: each event goes to the channel of its account, or is kept as `unrouted`. */
function route({ directory, line, secret }: Signed, heard: readonly Heard[], now: number): Parcel[] {
  const parcels = new Map<string, { channelId: string; heard: Heard[]; unrouted?: true }>();
  for (const one of heard) {
    const owner = one.account === null ? (line.live ? line : undefined) : directory.owner(line, one.account, secret, now);
    const key = owner?.channel.id ?? '';
    const parcel =
      parcels.get(key) ?? (owner ? { channelId: key, heard: [] } : { channelId: line.channel.id, heard: [], unrouted: true as const });
    parcel.heard.push(one);
    parcels.set(key, parcel);
  }
  return [...parcels.values()];
}

function reject({ desk, rejects, response }: Exchange, channelId: string, code: ProblemCode, why: string): void {
  const { count } = rejects.add(channelId, why, desk.clock.now());
  if (Number.isInteger(Math.log2(count)))
    desk.log.warn('webhook POSTs are refused', { requestId: requestId(response), channelId, why, count });
  refuse(response, code, why);
}

function refuse(response: ServerResponse, code: ProblemCode, why: string): void {
  if (response.headersSent) return void response.end();
  const body = JSON.stringify(problem(code, why, requestId(response)));
  response.writeHead(PROBLEMS[code].status, { 'Content-Type': PROBLEM_TYPE, 'Content-Length': Buffer.byteLength(body) }).end(body);
}

interface Directories {
  /** Of the configuration as this process knows it. */
  now(): Directory;
  /** After looking whether another process has changed it; many that ask at once share one look. */
  renewed(): Promise<Directory>;
}

function directories(desk: Desk): Directories {
  const made = new WeakMap<House, Directory>();
  let looking: Promise<Directory> | null = null;
  const now = () => {
    const house = desk.house.current();
    const directory = made.get(house) ?? directoryOf(desk, house);
    made.set(house, directory);
    return directory;
  };
  return {
    now,
    renewed() {
      looking ??= desk.house
        .refresh()
        .then(now)
        .finally(() => {
          looking = null;
        });
      return looking;
    },
  };
}
