import type { ChannelConfig, OutboundFile, Outside, Uploaded } from '../../src/ports/channel';
import { unconfirmed } from '../common/failures';
import { formOf } from '../common/form';
import { idOf } from '../common/json';
import { postToGraph } from '../meta/graph';
import { HOST } from './send';

const DAY = 24 * 60 * 60 * 1000;
/** Kept for 30 days (CHANNELS §2.6); the last of them is left out, a message may wait. */
const KEPT = 29 * DAY;

/** WhatsApp's words for types that it knows by another name. */
const KNOWN_AS: ReadonlyMap<string, string> = new Map([
  ['text/csv', 'text/plain'],
  ['audio/opus', 'audio/ogg'],
]);

/** Hands a file over to the number's media. */
export async function upload(config: ChannelConfig, file: OutboundFile, outside: Outside): Promise<Uploaded> {
  const bare = file.mime.split(';')[0]?.trim() ?? '';
  const type = KNOWN_AS.get(bare) ?? bare;
  const answer = await postToGraph(outside, {
    host: HOST,
    path: [config.phoneNumberId ?? '', 'media'],
    token: config.accessToken ?? '',
    body: formOf({ messaging_product: 'whatsapp', type }, 'file', file, type),
    hidden: [],
  });
  const id = idOf(answer.id);
  if (id === null) throw unconfirmed('Graph took the file but gave no id');
  return { providerId: id, keptFor: KEPT };
}
