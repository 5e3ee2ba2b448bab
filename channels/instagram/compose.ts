import type { Content, MediaType } from '../../src/domain/content';
import { type Outbound, type OutboundFile, SendFailure } from '../../src/ports/channel';
import type { Json } from '../meta/json';

type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

/** What Instagram calls each kind of file. */
const KINDS: ReadonlyMap<Content['type'], string> = new Map<MediaType, string>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['voice', 'audio'],
  ['document', 'file'],
]);

const HEART = /^\u2764\ufe0f?$/u;

/** A message in Instagram's words. A heart alone is the large one that people send there. */
export function compose({ content, file }: Pick<Outbound, 'content' | 'file'>): Json {
  const kind = KINDS.get(content.type);
  if (kind !== undefined) return { attachment: { type: kind, payload: reference(file) } };
  if (content.type === 'text') return HEART.test(content.text.trim()) ? { attachment: { type: 'like_heart' } } : { text: content.text };
  if (content.type === 'buttons') return buttons(content);
  throw refused('content_invalid', `Instagram is not sent ${content.type} messages`);
}

export function refused(code: 'auth' | 'recipient_invalid' | 'content_invalid' | 'media_problem', detail: string): SendFailure {
  return new SendFailure('never', { code, providerCode: null, detail });
}

/** Buttons are quick replies: they stand below the message until one is tapped or something else is said. */
function buttons({ text, buttons: given }: Of<'buttons'>): Json {
  return { text, quick_replies: given.map(({ id, title }) => ({ content_type: 'text', title, payload: id })) };
}

/** What was uploaded, else where it can be fetched. */
export function reference(file: OutboundFile | undefined): Json {
  if (file?.providerId) return { attachment_id: file.providerId };
  if (file?.link) return { url: file.link };
  throw refused('media_problem', 'The file was not handed over to Instagram');
}

export const kindOf = (type: MediaType): string => KINDS.get(type) ?? 'file';
