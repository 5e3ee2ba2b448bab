import type { MediaContent } from '../../../../src/domain/content';
import { h, icon } from './dom';
import { type Eyes, sizeIn } from './eyes';

/** A file in a message: a picture by its small picture, sound and film to be played, everything to be downloaded. */
export function fileOf(eyes: Eyes, content: MediaContent): HTMLElement {
  const { file } = eyes.spoken.words;
  if (content.state === 'gone') return h('p', { class: 'faint' }, file.gone);
  if (content.state === 'failed') return h('p', { class: 'faint' }, file.failed);
  if (content.state === 'waiting') return h('p', { class: 'faint' }, content.fileName ?? file.waiting);
  if ((content.type === 'image' || content.type === 'sticker') && isShown(content)) return pictureOf(eyes, content);
  if (content.type === 'audio' || content.type === 'voice' || content.type === 'video') return playable(eyes, content);
  return cardOf(eyes, content);
}

const SMALL = 2_000_000;

/** A picture has no smaller one where it is small itself. */
const isShown = ({ preview, bytes, mime }: MediaContent): boolean =>
  preview || (bytes <= SMALL && /^image\/(png|jpeg|gif|webp|avif)$/.test(mime));

const nameOf = ({ spoken }: Eyes, { type, fileName }: MediaContent): string => fileName ?? spoken.words.file.types[type];

function cardOf(eyes: Eyes, content: MediaContent): HTMLElement {
  const name = nameOf(eyes, content);
  return h(
    'button',
    { type: 'button', class: 'file', title: eyes.spoken.words.file.get(name), onclick: () => void download(eyes, content) },
    icon('file'),
    h('span', { class: 'grow' }, h('bdi', { class: 'cut' }, name), h('small', {}, sizeIn(eyes.spoken.language, content.bytes))),
    icon('get'),
  );
}

/** Keeps the room of the picture until it is there, so that nothing jumps. */
function pictureOf(eyes: Eyes, content: MediaContent): HTMLElement {
  const { caption, fileName, width = 4, height = 3 } = content;
  const name = nameOf(eyes, content);
  const image = h('img', { alt: caption ?? fileName ?? eyes.spoken.words.file.types[content.type] });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'picture',
      'aria-label': `${image.alt}. ${eyes.spoken.words.file.get(name)}`,
      onclick: () => void download(eyes, content),
    },
    image,
  );
  button.style.aspectRatio = `${width} / ${height}`;
  button.style.maxInlineSize = `${Math.max(64, Math.min(260, width, (260 * width) / height))}px`;
  const instead = () => button.replaceWith(cardOf(eyes, content));
  // Where the page's policy lets no blob be shown.
  image.onerror = instead;
  void addressOf(eyes, content.mediaId, content.preview === true).then((address) => {
    image.src = address;
  }, instead);
  return button;
}

function playable(eyes: Eyes, content: MediaContent): HTMLElement {
  const { words } = eyes.spoken;
  const name = nameOf(eyes, content);
  const play = async () => {
    const player = h(content.type === 'video' ? 'video' : 'audio', { controls: true, 'aria-label': name });
    player.onerror = () => player.replaceWith(cardOf(eyes, content));
    player.src = await addressOf(eyes, content.mediaId, false);
    button.replaceWith(player);
    player.focus();
    await player.play();
  };
  const button = h(
    'button',
    { type: 'button', class: 'file', title: words.file.play(name), onclick: () => void play().catch(() => undefined) },
    icon('play'),
    h('span', { class: 'grow' }, h('bdi', { class: 'cut' }, name), h('small', {}, sizeIn(eyes.spoken.language, content.bytes))),
  );
  return button;
}

async function addressOf({ acts, pictures }: Eyes, mediaId: string, preview: boolean): Promise<string> {
  const key = `${mediaId} ${preview}`;
  const address = pictures.get(key) ?? URL.createObjectURL(await acts.file(mediaId, preview));
  pictures.set(key, address);
  return address;
}

/** Saves it: shown in a tab of its own it would be a page of the site. */
async function download(eyes: Eyes, content: MediaContent): Promise<void> {
  const link = h('a', { href: await addressOf(eyes, content.mediaId, false), download: nameOf(eyes, content) });
  link.click();
}
