import type { Content } from '../../../../src/domain/content';
import { hrefOf, piecesOf } from '../links';
import { h, icon } from './dom';
import type { Said } from './entries';
import type { Eyes } from './eyes';
import { fileOf } from './file';

/** What a message says, as nodes. */
export function contentOf(eyes: Eyes, said: Said, content: Content): Node[] {
  const { words } = eyes.spoken;
  switch (content.type) {
    case 'text':
      return [textOf(content.text)];
    case 'button_reply':
      return [textOf(content.title)];
    case 'buttons':
      return [textOf(content.text), choicesOf(eyes, said, content.text, content.buttons)];
    case 'list':
      return [textOf(content.text), listOf(eyes, said, content)];
    case 'location':
      return [placeOf(content, words.place)];
    case 'contacts':
      return content.contacts.map(({ name, phones, emails }) => textOf([name, ...phones, ...emails].filter(Boolean).join('\n')));
    case 'template':
      return [textOf(content.words ?? content.name)];
    case 'share':
      return [textOf([content.title, content.url].filter(Boolean).join('\n') || words.unknown)];
    case 'story_reply':
      return [textOf(content.text)];
    case 'order':
    case 'form_reply':
    case 'unsupported':
      return [h('p', { class: 'faint' }, words.unknown)];
    default:
      return [fileOf(eyes, content), content.caption ? textOf(content.caption) : null].filter((node) => node !== null);
  }
}

/** What is read aloud of it. */
export function spokenText({ words }: Eyes['spoken'], content: Content): string {
  switch (content.type) {
    case 'text':
    case 'buttons':
    case 'list':
      return content.text;
    case 'button_reply':
      return content.title;
    case 'location':
      return content.name ?? words.place;
    case 'template':
      return content.words ?? content.name;
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return [words.file.types[content.type], content.caption ?? content.fileName ?? ''].join(' ').trim();
    default:
      return words.unknown;
  }
}

export function textOf(text: string): HTMLElement {
  return h(
    'p',
    { class: 'text', dir: 'auto' },
    ...piecesOf(text).map((piece) => (piece.href === null ? piece.text : linkTo(piece.href, piece.text))),
  );
}

const linkTo = (href: string, text: string) => h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);

function choicesOf(eyes: Eyes, said: Said, label: string, choices: readonly Choice[]): HTMLElement {
  return h('div', { class: 'choices', role: 'group', 'aria-label': label }, ...choices.map((one) => choiceOf(eyes, said, one)));
}

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** Once one is taken the others are over. */
function choiceOf({ acts }: Eyes, { message, chosen }: Said, { id, title, description }: Choice): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'choice',
      disabled: chosen !== null,
      'data-on': chosen === id,
      onclick: () => message && acts.choose(message.id, { id, title }),
    },
    h('bdi', {}, title),
    description ? h('small', { dir: 'auto' }, description) : null,
  );
}

function listOf(eyes: Eyes, said: Said, { button, sections }: Extract<Content, { type: 'list' }>): HTMLElement {
  const parts = sections.flatMap(({ title, rows }) => [
    title ? h('b', { dir: 'auto' }, title) : null,
    choicesOf(eyes, said, title ?? button, rows),
  ]);
  return h('details', { class: 'list', open: said.chosen !== null }, h('summary', { dir: 'auto' }, button, icon('down')), ...parts);
}

function placeOf({ latitude, longitude, name, address, url }: Extract<Content, { type: 'location' }>, place: string): HTMLElement {
  const href =
    hrefOf(url ?? '') ??
    `https://www.openstreetmap.org/?mlat=${Number(latitude)}&mlon=${Number(longitude)}#map=16/${Number(latitude)}/${Number(longitude)}`;
  return h('p', { class: 'text', dir: 'auto' }, icon('place'), ' ', linkTo(href, name ?? place), address ? `\n${address}` : null);
}
