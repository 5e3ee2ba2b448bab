import { Readable } from 'node:stream';
import {
  type Attention,
  type ChannelConfig,
  type FetchedMedia,
  type HeardSource,
  MediaFailure,
  type Outbound,
  type OutboundReaction,
  type Outside,
  type Sent,
} from '../../src/ports/channel';
import type { WebClient } from './client';
import { isWebLine, type WebLine } from './line';
import { failure, NO_LINE, problemOf } from './problems';
import { chatsOf, serializedOf } from './speaking';

function lineIn({ line }: Outside): WebLine {
  if (!isWebLine(line)) throw NO_LINE();
  return line;
}

function clientIn(outside: Outside): WebClient {
  const client = lineIn(outside).client();
  if (!client) throw NO_LINE();
  return client;
}

/** Resolves once a server of WhatsApp has the message. */
export async function send(_: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent> {
  return lineIn(outside).speaking.send(message);
}

export async function react(_: ChannelConfig, { to, target, emoji }: OutboundReaction, outside: Outside): Promise<void> {
  const known = await clientIn(outside)
    .react(serializedOf(to, target), emoji ?? '')
    .catch((cause) => Promise.reject(problemOf(cause)));
  if (!known) throw failure('never', 'content_invalid', 'WhatsApp Web does not know this message any more.');
}

/** Only when somebody has read it here: by itself the line marks nothing as read. Where it is not held, nothing is shown. */
export const seen = (_: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> =>
  shown(outside, (client) => client.sendSeen(chatsOf({ to })[0] ?? ''));

/** For 25 seconds, or until the answer comes. */
export const typing = (_: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> =>
  shown(outside, (client) => client.sendTyping(chatsOf({ to })[0] ?? ''));

async function shown(outside: Outside, show: (client: WebClient) => Promise<void>): Promise<void> {
  await show(clientIn(outside)).catch((cause) => Promise.reject(problemOf(cause)));
}

/** WhatsApp takes files of 2 GB: here one is held as a whole, in the browser and in the desk. */
const MOST = 100 * 1024 * 1024;

/** A file lies at WhatsApp under its message; it comes once the sender's phone has given all of it. */
export async function fetchMedia(_: ChannelConfig, { id }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  const file = await clientIn(outside)
    .download(id ?? '', MOST)
    .catch((cause: unknown) => {
      if (/Invalid serialized message id/.test(String(cause)))
        throw new MediaFailure('never', 'refused', 'This is the name of no message.');
      throw new MediaFailure('later', 'unreachable', 'The browser did not load the file.');
    });
  if (file === 'too_large') throw new MediaFailure('never', 'too_large', 'A browser loads files of at most 100 MB.');
  if (!file) throw new MediaFailure('later', 'gone', 'WhatsApp has no such file, or not yet.');
  const bytes = Buffer.from(file.base64, 'base64');
  return { mime: file.mimetype, bytes: bytes.length, body: Readable.from([bytes]) };
}
