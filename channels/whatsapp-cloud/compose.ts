import { type Content, SendFailure } from '../../src/ports/channel';
import type { Json } from '../meta/json';

type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

/** The part of a send that says what it is, in the Cloud API's words. */
export function compose(content: Content): Json {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: /https?:\/\//i.test(content.text) } };
    case 'buttons':
      return { type: 'interactive', interactive: buttons(content) };
    case 'list':
      return { type: 'interactive', interactive: list(content) };
    case 'location':
      return { type: 'location', location: location(content) };
    case 'contacts':
      return { type: 'contacts', contacts: content.contacts.map(card) };
    case 'template':
      return { type: 'template', template: template(content) };
    default:
      throw refused('content_invalid', `WhatsApp is not sent ${content.type} messages`);
  }
}

export function refused(code: 'recipient_invalid' | 'content_invalid', detail: string): SendFailure {
  return new SendFailure('never', { code, providerCode: null, detail });
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

function template({ name, language, components }: Of<'template'>): Json {
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}
