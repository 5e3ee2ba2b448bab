import type { Content, MediaType } from '../../../src/domain/content';
import type { OutboundFile } from '../../../src/ports/channel';
import { refused } from '../../common/failures';
import type { Json } from '../../common/json';

/** What each kind of file is called. */
const KINDS: ReadonlyMap<Content['type'], string> = new Map<MediaType, string>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['voice', 'audio'],
  ['document', 'file'],
]);

export const kindOf = (type: MediaType): string => KINDS.get(type) ?? 'file';

/** The attachment that a content is; null when it is none. */
export function attachmentOf({ type }: Content, file: OutboundFile | undefined): Json | null {
  const kind = KINDS.get(type);
  return kind === undefined ? null : { type: kind, payload: reference(file) };
}

/** What was uploaded, else where it can be fetched. */
function reference(file: OutboundFile | undefined): Json {
  if (file?.providerId) return { attachment_id: file.providerId };
  if (file?.link) return { url: file.link };
  throw refused('media_problem', 'The file was not handed over to the network');
}

/** Quick replies stand below the message until one is tapped or something else is said. */
export const quickReplies = (choices: readonly { readonly id: string; readonly title: string }[]): Json[] =>
  choices.map(({ id, title }) => ({ content_type: 'text', title, payload: id }));
