import type { Content, MediaType } from '../../src/domain/content';
import type { Outbound, OutboundFile } from '../../src/ports/channel';
import { refused } from '../common/failures';
import { type Json, objectOf } from '../common/json';

type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

/** The part of a send that says what it is, in the Cloud API's words. */
export function compose({ content, file }: Pick<Outbound, 'content' | 'file'>): Json {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: /https?:\/\//i.test(content.text) } };
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return media(content, file);
    case 'buttons':
      return { type: 'interactive', interactive: buttons(content) };
    case 'list':
      return { type: 'interactive', interactive: list(content) };
    case 'location':
      return { type: 'location', location: location(content) };
    case 'contacts':
      return { type: 'contacts', contacts: content.contacts.map(card) };
    case 'template':
      return { type: 'template', template: template(content, file) };
    default:
      throw refused('content_invalid', `WhatsApp is not sent ${content.type} messages`);
  }
}

/** A voice note is audio with a mark on it. Only a document shows a name. */
function media({ type, caption, fileName }: Of<MediaType>, file: OutboundFile | undefined): Json {
  const kind = type === 'voice' ? 'audio' : type;
  const part = {
    ...reference(file),
    ...(caption ? { caption } : {}),
    ...(type === 'voice' ? { voice: true } : {}),
    ...(type === 'document' && fileName ? { filename: fileName } : {}),
  };
  return { type: kind, [kind]: part };
}

/** A file by its id at WhatsApp, where it was uploaded before. */
function reference(file: OutboundFile | undefined): Json {
  if (file?.providerId) return { id: file.providerId };
  if (file?.link) return { link: file.link };
  throw refused('media_problem', 'The file was not handed over to WhatsApp');
}

function buttons({ text, buttons: given }: Of<'buttons'>): Json {
  return { type: 'button', body: { text }, action: { buttons: given.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) } };
}

function list({ text, button, sections }: Of<'list'>): Json {
  return { type: 'list', body: { text }, action: { button, sections: sections.map(section) } };
}

function section({ title, rows }: Of<'list'>['sections'][number]): Json {
  return { ...(title ? { title } : {}), rows: rows.map(row) };
}

function row({ id, title, description }: Of<'list'>['sections'][number]['rows'][number]): Json {
  return { id, title, ...(description ? { description } : {}) };
}

function location({ latitude, longitude, name, address }: Of<'location'>): Json {
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

/** A card must have a name, and its parts beside the whole of it. */
function card({ name, phones, emails, organisation }: Of<'contacts'>['contacts'][number]): Json {
  const called = name ?? organisation ?? phones[0] ?? emails[0] ?? '?';
  return {
    name: { formatted_name: called, first_name: called },
    ...(phones.length > 0 ? { phones: phones.map((phone) => ({ phone })) } : {}),
    ...(emails.length > 0 ? { emails: emails.map((email) => ({ email })) } : {}),
    ...(organisation ? { org: { company: organisation } } : {}),
  };
}

/** A file of ours that heads it is named by `mediaId`; what is written in the API's own words goes as it is. */
function template({ name, language, components }: Of<'template'>, file: OutboundFile | undefined): Json {
  const parts = components.map((component) => withFile(component, file));
  return { name, language: { code: language }, ...(parts.length > 0 ? { components: parts } : {}) };
}

function withFile(component: unknown, file: OutboundFile | undefined): unknown {
  const { parameters } = objectOf(component);
  if (!Array.isArray(parameters)) return component;
  return { ...objectOf(component), parameters: parameters.map((parameter) => parameterWith(objectOf(parameter), file)) };
}

function parameterWith(parameter: Json, file: OutboundFile | undefined): Json {
  const type = String(parameter.type);
  const { mediaId, ...rest } = objectOf(parameter[type]);
  return mediaId === undefined ? parameter : { ...parameter, [type]: { ...rest, ...reference(file) } };
}
