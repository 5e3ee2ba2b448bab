import { fileIn, messageIn, wordIn, wrong } from '../asks';
import { type Json, listOf, objectOf, textOf } from '../json';
import { cdnLinkTo, keep } from '../media';
import type { Account, Message, World } from '../world';

export type Speech = (world: World, account: Account, input: Json) => Json;

/** What a person can say on Instagram: the `message` of a webhook, or its `postback`, without ids. */
const SPEECHES: ReadonlyMap<string, Speech> = new Map<string, Speech>([
  ['text', (_, __, input) => ({ text: wordIn(input, 'text') })],
  ['image', media('image')],
  ['video', media('video')],
  ['audio', media('audio')],
  ['voice', media('audio')],
  ['document', media('file')],
  ['sticker', media('image')],
  ['like', () => ({ attachments: [{ type: 'like_heart' }] })],
  ['share', shared('share')],
  ['ig_post', shared('ig_post')],
  ['ig_reel', shared('ig_reel')],
  ['story_mention', media('story_mention', 'image')],
  ['story_reply', (world, account, input) => ({ text: wordIn(input, 'text'), reply_to: { story: story(world, account) } })],
  ['tap', (world, _, input) => tapped(messageIn(world, input), wordIn(input, 'id'))],
  ['unsupported', () => ({ is_unsupported: true })],
]);

export function speak(world: World, account: Account, input: Json): Json {
  const type = textOf(input.type) || 'text';
  const speech = SPEECHES.get(type) ?? wrong(`type: on Instagram one of ${[...SPEECHES.keys()].join(', ')}`);
  return { ...(input.ad === true ? { referral: AD } : {}), ...speech(world, account, input) };
}

/** The advertisement from which somebody began to write. */
export const AD: Json = {
  ref: 'LAMPS',
  ad_id: '120200000000000001',
  source: 'ADS',
  type: 'OPEN_THREAD',
  ads_context_data: { ad_title: 'Lamps for long evenings' },
};

/** Somebody's post or reel; only the address of its picture is told. */
export function shared(type: string): Speech {
  return (world, account, { title, ...input }) => {
    const medium = keep(world, account, fileIn({ ...input, type: 'image' }));
    const words = textOf(title) || (type === 'share' ? '' : 'Lamps for long evenings');
    return { attachments: [{ type, payload: { ...(words ? { title: words } : {}), url: cdnLinkTo(world, medium) } }] };
  };
}

export function media(type: string, sample?: string): Speech {
  return (world, account, input) => {
    const medium = keep(world, account, fileIn(sample ? { ...input, type: sample } : input));
    const words = textOf(input.caption);
    return { ...(words ? { text: words } : {}), attachments: [{ type, payload: { url: cdnLinkTo(world, medium) } }] };
  };
}

function story(world: World, account: Account): Json {
  const medium = keep(world, account, fileIn({ type: 'image' }));
  return { url: cdnLinkTo(world, medium), id: world.ids.number(17) };
}

/** A quick reply says its title; a button of a card says nothing, and is a postback. */
export function tapped({ content }: Message, id: string): Json {
  const quick = listOf(content.quick_replies)
    .map(objectOf)
    .find(({ payload }) => payload === id);
  if (quick) return { text: quick.title, quick_reply: { payload: id } };
  const payload = objectOf(objectOf(content.attachment).payload);
  const cards = [payload, ...listOf(payload.elements).map(objectOf)];
  const button = cards.flatMap(({ buttons }) => listOf(buttons).map(objectOf)).find((candidate) => candidate.payload === id);
  if (!button) return wrong('id: the message has nothing like it to tap');
  return { postback: { title: button.title, payload: id } };
}
