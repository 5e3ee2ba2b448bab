import type { ChannelConfig, OutboundFile, Outside, Uploaded } from '../../src/ports/channel';
import { formOf } from '../meta/form';
import { unconfirmed } from '../meta/graph';
import { idOf } from '../meta/json';
import { kindOf } from './compose';
import { postTo } from './send';

/** Hands a file over to the account's attachments; they can be used again, and nobody says for how long. */
export async function upload(config: ChannelConfig, file: OutboundFile, outside: Outside): Promise<Uploaded> {
  const message = JSON.stringify({ attachment: { type: kindOf(file.type), payload: { is_reusable: true } } });
  const form = formOf({ platform: 'instagram', message }, 'filedata', file, file.mime.split(';')[0]?.trim() ?? '');
  const id = idOf((await postTo('message_attachments', config, form, outside)).attachment_id);
  if (id === null) throw unconfirmed('Instagram took the file but gave no id');
  return { providerId: id, keptFor: null };
}
