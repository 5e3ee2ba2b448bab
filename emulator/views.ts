import { isObject, type Json, listOf, objectOf, textOf } from './json';
import type { Scene } from './people';
import type { Message, World } from './world';

/** Everything that a phone shows: who there is, what was said, how the weather is. */
export function stateOf(scene: Scene): object {
  const { world, outbox } = scene;
  const posts = outbox.posts();
  return {
    now: world.time.now(),
    accounts: [...world.accounts.values()].map(({ id, kind, name, phone, webhook, trouble }) => ({
      id,
      kind,
      name,
      phone,
      webhook,
      trouble,
    })),
    customers: [...world.customers.values()],
    chats: [...world.chats.values()].map(({ account, customer, spokeAt, typingUntil }) => ({
      account,
      customer,
      spokeAt,
      typing: typingUntil > world.time.now(),
    })),
    messages: [...world.messages.values()].slice(-500).map((message) => viewOf(scene, message)),
    dial: world.dial,
    webhooks: {
      waiting: posts.filter(({ state }) => state === 'waiting').length,
      givenUp: posts.filter(({ state }) => state === 'given up').length,
    },
  };
}

export function sendsOf({ world }: Scene): object {
  return world.sends.map((send) => {
    const message = world.messages.get(send.messageId ?? '');
    return { ...send, progress: message?.progress ?? null, error: message?.error ?? null };
  });
}

export function postsOf({ outbox }: Scene): object {
  return outbox
    .posts()
    .map(({ number, account, state, attempts, bytes }) => ({ number, account, state, attempts, body: bytes.toString('ascii') }));
}

export interface MessageView extends Omit<Message, 'content'> {
  readonly kind: string;
  readonly text: string;
  readonly picture: string | null;
  readonly choices: readonly Choice[];
  /** What opens a list; null where the choices stand in the open. */
  readonly button: string | null;
  readonly quoted: string | null;
}

/** What a phone shows of one conversation: its newest messages, oldest first, and whether the business is writing. */
export interface Thread {
  readonly messages: readonly MessageView[];
  readonly typing: boolean;
}

const MOST_SHOWN = 200;

export function threadOf(scene: Scene, account: string, customer: string): Thread {
  const { world } = scene;
  const here = [...world.messages.values()].filter((each) => each.account === account && each.customer === customer);
  const until = world.chats.get(`${account}/${customer}`)?.typingUntil ?? 0;
  return { messages: here.slice(-MOST_SHOWN).map((message) => viewOf(scene, message)), typing: until > world.time.now() };
}

/** A message as a phone shows it, whatever its network. */
export function viewOf({ world }: Scene, message: Message): MessageView {
  const { content, ...rest } = message;
  const quoted = message.replyTo === null ? undefined : world.messages.get(message.replyTo);
  return {
    ...rest,
    kind: textOf(content.type) || 'text',
    text: wordsOf(content),
    picture: pictureOf(world, content),
    choices: choicesOf(content),
    button: textOf(objectOf(objectOf(content.interactive).action).button) || null,
    quoted: quoted ? wordsOf(quoted.content) || 'a message' : null,
  };
}

function wordsOf(content: Json): string {
  const part = objectOf(content[textOf(content.type)]);
  const { interactive, postback, attachment } = content;
  const replies = objectOf(interactive);
  const said = [
    content.words,
    typeof content.text === 'string' ? content.text : undefined,
    part.body,
    objectOf(replies.body ?? undefined).text,
    objectOf(replies.button_reply).title,
    objectOf(replies.list_reply).title,
    objectOf(content.button).text,
    objectOf(postback).title,
    objectOf(objectOf(attachment).payload).text,
    part.caption,
    part.filename,
    part.name,
    part.emoji,
    part.link,
    objectOf(objectOf(listOf(content.attachments)[0]).payload).title,
  ];
  return textOf(said.find((words) => typeof words === 'string' && words !== '')) || fallback(content);
}

const MARKS: Readonly<Record<string, string>> = {
  location: '📍',
  contacts: '👤',
  audio: '🎤',
  like_heart: '❤️',
  story_mention: 'mentioned you in a story',
  sticker: 'sticker',
  order: '🛒',
  interactive: '📝',
  share: '↗',
  ig_post: '↗',
  ig_reel: '↗',
  video: '🎬',
  file: '📄',
  document: '📄',
};

function fallback(content: Json): string {
  const attachment = objectOf(content.attachment ?? listOf(content.attachments)[0]);
  return MARKS[textOf(content.type)] ?? MARKS[textOf(attachment.type)] ?? '';
}

/** Only pictures that the twin holds itself: nothing is fetched from elsewhere. */
function pictureOf(world: World, content: Json): string | null {
  const attachment = objectOf(content.attachment ?? listOf(content.attachments)[0]);
  const payload = objectOf(attachment.payload);
  const asset = /[?&]asset_id=(\d+)/.exec(textOf(payload.url))?.[1];
  const id = textOf(objectOf(content.image).id) || textOf(objectOf(content.sticker).id) || textOf(payload.attachment_id) || asset;
  const medium = id ? world.media.get(id) : undefined;
  return medium?.mime.startsWith('image/') ? `data:${medium.mime};base64,${medium.bytes.toString('base64')}` : null;
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** Everything on the message that can be tapped. */
function choicesOf(content: Json): Choice[] {
  const { action, type } = objectOf(content.interactive);
  const buttons = listOf(objectOf(action).buttons).map((button) => objectOf(objectOf(button).reply));
  const rows = listOf(objectOf(action).sections).flatMap((section) => listOf(objectOf(section).rows));
  const payload = objectOf(objectOf(content.attachment).payload);
  const cards = [payload, ...listOf(payload.elements).map(objectOf)].flatMap(({ buttons }) => listOf(buttons));
  const taps = [...buttons, ...(type === 'list' ? rows : []), ...cards, ...listOf(content.quick_replies)].filter(isObject);
  const fixed = listOf(content.buttons).map((title) => ({ id: textOf(title), title: textOf(title) }));
  return [...fixed, ...taps.map(choice)].filter(({ id, title }) => id !== '' && title !== '');
}

function choice({ id, payload, title, description }: Json): Choice {
  return {
    id: textOf(id) || textOf(payload),
    title: textOf(title),
    ...(description === undefined ? {} : { description: textOf(description) }),
  };
}
