import type { Request, RequestHandler, Response } from 'express';
import { openConfig } from '../actions/channels/channel-config';
import type { Desk } from '../actions/desk';
import type { Intake } from '../actions/hearing/intake';
import type { ChannelKind, DoorCall, SharedDoor } from '../ports/channel';
import type { Channel, House } from '../ports/store';

import { isFull, RETRY_AFTER } from './backpressure';
import { DoorRefusal } from './problems';
import { rawBody } from './raw-body';
import { REJECTIONS, type Rejection, type Rejects } from './rejects';

const LARGEST = 3 * 1024 * 1024;

interface Doorway {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit' | 'waiting'>;
  readonly rejects: Rejects;
}

export type DoorKind = ChannelKind & { readonly door: SharedDoor };

export const doorsOf = ({ kinds }: Pick<Desk, 'kinds'>): DoorKind[] =>
  [...kinds.values()].filter((kind): kind is DoorKind => kind.door !== undefined);

/**
 * Answers the one address at which a network calls all channels of a kind: whose call it is, it says itself, and proves it. Nothing
 * is told to who proves nothing, and nothing is answered with 2xx before it is stored.
 */
export function sharedDoor(doorway: Doorway, kind: DoorKind): RequestHandler {
  return async (request, response) => {
    const { desk, intake } = doorway;
    if (isFull(intake)) throw brake(request, 'More waits than can be stored now.');
    const raw = await rawBody(request, LARGEST);
    if (!raw) throw new DoorRefusal('too_large', 'A body may have at most 3 MiB.');
    const { channel, body } = await admitted(doorway, kind, request, response, raw);
    if (isFull(intake)) throw brake(request, 'More waits than can be stored now.');
    await intake.submit([{ channelId: channel.id, heard: kind.hear?.(body) ?? [] }], raw.length).catch((cause: unknown) => {
      desk.log.warn('a call of a network could not be committed; it may repeat it', { channelId: channel.id, cause: String(cause) });
      throw brake(request, 'It could not be stored now.');
    });
    answer(response, kind.door.answer?.(body) ?? { status: 200 });
  };
}

interface Admitted {
  readonly channel: Channel;
  readonly body: unknown;
}

/** The channel that the call names, once the network has proved that it calls. */
async function admitted(doorway: Doorway, kind: DoorKind, request: Request, response: Response, raw: Buffer): Promise<Admitted> {
  const headers = request.headers as DoorCall['headers'];
  const body = parsed(raw);
  const account = kind.door.accountOf({ headers, body });
  const channel = account === null ? null : await channelOf(doorway.desk, kind, account);
  if (!channel) throw stranger(response);
  if (body === undefined) throw rejected(doorway, request, channel, 'not_json');
  if (!(await isProved(doorway.desk, kind, channel, { headers, body }))) {
    response.setHeader('WWW-Authenticate', 'Bearer');
    throw rejected(doorway, request, channel, 'unknown_secret');
  }
  return { channel, body };
}

/** A channel of this moment; one that was connected by another process is looked for once more. */
async function channelOf(desk: Desk, kind: DoorKind, account: string): Promise<Channel | null> {
  const among = ({ channels }: House) =>
    channels.find((one) => one.kind === kind.kind && one.deletedAt === null && kind.accounts(one.config).includes(account));
  return among(desk.house.current()) ?? among(await desk.house.refresh()) ?? null;
}

async function isProved(desk: Desk, kind: DoorKind, { id, config }: Channel, call: DoorCall): Promise<boolean> {
  try {
    return await kind.door.admits(openConfig(kind, desk.vault, config), call, desk.outside);
  } catch (cause) {
    desk.log.warn('whether a network makes a call could not be found out; it may repeat it', { channelId: id, cause: String(cause) });
    throw new DoorRefusal('unavailable', 'The proof can’t be checked now. Send it again later.', { retryAfter: RETRY_AFTER });
  }
}

function stranger(response: Response): DoorRefusal {
  response.setHeader('WWW-Authenticate', 'Bearer');
  return new DoorRefusal('unauthenticated', 'The network did not make this call, or not for a channel of this desk.');
}

function rejected({ desk, rejects }: Doorway, request: Request, { id }: Channel, rejection: Rejection): DoorRefusal {
  const { count } = rejects.add(id, rejection, { at: desk.clock.now(), from: request.ip ?? null });
  const { code, means } = REJECTIONS[rejection];
  if (Number.isInteger(Math.log2(count))) desk.log.warn('calls of a network are refused', { channelId: id, why: means, count });
  return new DoorRefusal(code, code === 'unauthenticated' ? 'The network did not make this call.' : 'The body is not JSON.');
}

function brake(request: Request, why: string): DoorRefusal {
  request.resume();
  return new DoorRefusal('unavailable', `${why} Send it again later.`, { retryAfter: RETRY_AFTER });
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

function answer(response: Response, { status, body }: { readonly status: number; readonly body?: unknown }): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.json(body);
}
