import { fileIn, messageIn, wordIn, wrong } from '../asks';
import { AD, media, type Speech, shared, tapped } from '../instagram/speech';
import { type Json, textOf } from '../json';
import { cdnLinkTo, keep } from '../media';
import type { Account, World } from '../world';

/** What a person can say to a Page: the `message` of a webhook, or its `postback`, without ids. */
const SPEECHES: ReadonlyMap<string, Speech> = new Map<string, Speech>([
  ['text', (_, __, input) => ({ text: wordIn(input, 'text') })],
  ['image', media('image')],
  ['video', media('video')],
  ['audio', media('audio')],
  ['voice', media('audio')],
  ['document', media('file')],
  ['sticker', (world, account, input) => sticker(world, account, input, 200_000_000_000_001)],
  ['like', (world, account, input) => sticker(world, account, input, THUMB)],
  ['location', location],
  ['link', link],
  ['reel', shared('reel')],
  ['get-started', () => ({ postback: { title: 'Get Started', payload: 'GET_STARTED' } })],
  ['tap', (world, _, input) => tapped(messageIn(world, input), wordIn(input, 'id'))],
]);

export function speak(world: World, account: Account, input: Json): Json {
  const type = textOf(input.type) || 'text';
  const speech = SPEECHES.get(type) ?? wrong(`type: on Messenger one of ${[...SPEECHES.keys()].join(', ')}`);
  return { ...(input.ad === true ? { referral: AD } : {}), ...speech(world, account, input) };
}

const THUMB = 369239263222822;

/** Since June 2026 it is told twice, as a picture and as itself (CHANNELS §4). */
function sticker(world: World, account: Account, input: Json, id: number): Json {
  const url = cdnLinkTo(world, keep(world, account, fileIn({ ...input, type: 'sticker' })));
  const payload = { url, sticker_id: id };
  return { attachments: ['image', 'sticker'].map((type) => ({ type, payload })) };
}

function location(_: World, __: Account, { latitude, longitude, name }: Json): Json {
  const coordinates = { lat: Number(latitude ?? -34.6037), long: Number(longitude ?? -58.3816) };
  const url = 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.bing.com%2Fmaps';
  return { attachments: [{ title: textOf(name) || 'Location', url, type: 'location', payload: { coordinates } }] };
}

/** A link in the words comes with what the network makes of it. */
function link(_: World, __: Account, input: Json): Json {
  const text = wordIn(input, 'text');
  const url = `https://l.facebook.com/l.php?u=${encodeURIComponent(text)}`;
  return { text, attachments: [{ type: 'fallback', payload: { url, title: textOf(input.title) || 'A page' } }] };
}
