import type { RequestHandler, Response } from 'express';
import { openConfig } from '../actions/channels/channel-config';
import type { Desk } from '../actions/desk';
import type { Intake } from '../actions/hearing/intake';
import type { ChannelKind, DoorCall, SharedDoor } from '../ports/channel';
import type { Channel } from '../ports/store';
import { DoorRefusal } from './problems';
import { rawBody } from './raw-body';

const LARGEST = 3 * 1024 * 1024;

interface Doorway {
  readonly desk: Desk;
  readonly intake: Pick<Intake, 'submit'>;
}

export type DoorKind = ChannelKind & { readonly door: SharedDoor };

export const doorsOf = ({ kinds }: Pick<Desk, 'kinds'>): DoorKind[] =>
  [...kinds.values()].filter((kind): kind is DoorKind => kind.door !== undefined);

/** Answers the one address at which a network calls all channels of a kind: whose call it is, it says itself, and proves it. */
export function sharedDoor({ desk, intake }: Doorway, kind: DoorKind): RequestHandler {
  return async (request, response) => {
    const raw = await rawBody(request, LARGEST);
    if (!raw) throw new DoorRefusal('too_large', 'It is larger than any call of this network.');
    const call: DoorCall = { headers: request.headers as Record<string, string | undefined>, body: parsed(raw) };
    const channel = await admitted(desk, kind, call);
    if (!channel) throw new DoorRefusal('unauthenticated', 'The network did not make this call, or not for a channel of this desk.');
    const heard = kind.hear?.(call.body) ?? [];
    await intake.submit([{ channelId: channel.id, heard }], raw.length).catch((cause: unknown) => {
      desk.log.warn('a call of a network could not be committed; it may repeat it', { channelId: channel.id, cause: String(cause) });
      throw new DoorRefusal('unavailable', 'It could not be stored now. Send it again later.');
    });
    answer(response, kind.door.answer?.(call.body) ?? { status: 200 });
  };
}

/** The channel that the call names, once the network has proved that it calls; null = nobody's, or nobody's word. */
async function admitted(desk: Desk, kind: DoorKind, call: DoorCall): Promise<Channel | null> {
  const account = kind.door.accountOf(call);
  if (account === null) return null;
  const { channels } = await desk.house.refresh();
  const channel = channels.find((one) => one.kind === kind.kind && one.deletedAt === null && kind.accounts(one.config).includes(account));
  if (!channel) return null;
  return (await kind.door.admits(openConfig(kind, desk.vault, channel.config), call, desk.outside)) ? channel : null;
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new DoorRefusal('bad_request', 'The body is no JSON.');
  }
}

function answer(response: Response, { status, body }: { readonly status: number; readonly body?: unknown }): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.json(body);
}
