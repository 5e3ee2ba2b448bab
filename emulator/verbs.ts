import { accountIn, customerIn, messageIn, partIn, Wrong, wordIn, wrong } from './asks';
import { bot, botLeave, botOrder, botSay } from './botframework/verbs';
import { GOOD_STANDING } from './cast';
import { turned } from './dial';
import { handover, history, phonebook } from './elsewhere';
import { type Json, objectOf, textOf } from './json';
import { chatOf, forget, know } from './known';
import { move } from './moves';
import { edit, phone, react, type Scene, say, unsend } from './people';
import { recall } from './recall';
import { isRefusal } from './refusals';
import { play } from './scenarios';
import { isDirect } from './scoped';
import { madeOf } from './sending';
import {
  telegram,
  telegramAlbum,
  telegramBlock,
  telegramEdit,
  telegramOrder,
  telegramReact,
  telegramSay,
  telegramTap,
} from './telegram/verbs';
import { viewOf } from './views';
import { handshake } from './webhook';
import { hook, hookTell } from './webhook/verbs';
import { changeTemplate } from './whatsapp/templates';
import type { Account, Customer, Message, Order } from './world';

export type Verb = (scene: Scene, input: Json) => object | undefined | Promise<object | undefined>;

/** Everything that can be asked of the twin; scenarios are lists of these. */
export const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['say', shown(say)],
  ['react', shown(react)],
  ['edit', shown(edit)],
  ['unsend', shown(unsend)],
  ['phone', shown(phone)],
  ['recall', shown(recall)],
  ['history', history],
  ['phonebook', phonebook],
  ['handover', handover],
  ['progress', shown(progress)],
  ['dial', dial],
  ['account', account],
  ['customer', customer],
  ['move', move],
  ['webhook', webhook],
  ['news', news],
  ['template', changeTemplate],
  ['refuse', orderNo],
  ['hook', hook],
  ['hook-tell', hookTell],
  ['close-window', closeWindow],
  ['advance', advance],
  ['scenario', (scene, input) => play(scene, wordIn(input, 'name'), (name) => VERBS.get(name) ?? wrong('call: there is no such verb'))],
  ['bot', bot],
  ['bot-say', botSay],
  ['bot-order', botOrder],
  ['bot-leave', botLeave],
  ['telegram', telegram],
  ['telegram-say', telegramSay],
  ['telegram-album', telegramAlbum],
  ['telegram-tap', telegramTap],
  ['telegram-react', telegramReact],
  ['telegram-edit', telegramEdit],
  ['telegram-block', telegramBlock],
  ['telegram-order', telegramOrder],
  ['reset', reset],
]);

function shown(verb: (scene: Scene, input: Json) => Message): Verb {
  return (scene, input) => viewOf(scene, verb(scene, input));
}

/** What the business sent gets further: the customer's phone rings, the customer reads. */
function progress(scene: Scene, input: Json): Message {
  const { world, outbox } = scene;
  const message = messageIn(world, input);
  const to = wordIn(input, 'to');
  const report = world.reports.get(message.id)?.find((each) => each.progress === to) ?? wrong('to: this message can’t get there');
  outbox.tell(accountIn(world, { account: message.account }), madeOf(world, report, message));
  return message;
}

function dial({ world }: Scene, input: Json): object {
  const next = turned(world.dial, input);
  if ('wrong' in next) return wrong(`${next.wrong}: there is no such knob, or it does not go so far`);
  world.dial = next;
  return next;
}

// biome-ignore format: a table is read in columns
const FRESH: Omit<Account, 'id' | 'kind'> = {
  name: 'New account', businessId: '100000000000009', phone: '15550100009', token: 'EAAtwinNew', appSecret: 'twin-app-secret-new', verifyToken: 'twin-verify-new',
  limits: { perSecond: 80, pairBurst: 45, pairEvery: 6_000 }, templates: [], allowed: null, standing: GOOD_STANDING, trouble: null, webhook: null,
};

const KINDS: readonly string[] = ['whatsapp', 'instagram', 'messenger'];

/** Changes an account, or adds one when the id is new and the network is named. */
function account({ world }: Scene, input: Json): object {
  const { webhook: _, ...changes } = input;
  const id = wordIn(input, 'id');
  const found = world.accounts.get(id);
  if (!found && !KINDS.includes(textOf(input.kind))) return wrong(`kind: one of ${KINDS.join(', ')}, for a new account`);
  if (changes.trouble !== undefined && changes.trouble !== null && !isRefusal(changes.trouble))
    return wrong('trouble: there is no such refusal');
  const limits = { ...(found ?? FRESH).limits, ...objectOf(changes.limits) };
  const standing = { ...(found ?? FRESH).standing, ...objectOf(changes.standing) };
  const next = { ...FRESH, ...found, ...changes, limits, standing } as Account;
  world.accounts.set(id, next);
  return next;
}

// biome-ignore format: a table is read in columns
const SOMEBODY: Omit<Customer, 'id'> = { name: 'Somebody', phone: null, userId: null, username: null, hidesPhone: false, igsid: null, psid: null, blocks: false, blocked: false };

function customer({ world }: Scene, input: Json): object {
  const id = wordIn(input, 'id');
  const next = { ...SOMEBODY, ...world.customers.get(id), ...input } as Customer;
  if (next.phone === null && next.userId === null && next.igsid === null && next.psid === null)
    return wrong('phone, userId, igsid, psid: one of them is needed');
  know(world, next);
  return next;
}

/** Subscribes the account's webhook, after it has shown that it knows the verify token. Without a URL, unsubscribes. */
async function webhook({ world }: Scene, input: Json): Promise<object> {
  const account = accountIn(world, input);
  const url = textOf(input.url);
  if (url !== '') {
    const problem = await handshake(url, textOf(input.verifyToken) || account.verifyToken, world.ids.number(10));
    if (problem) throw new Wrong(`url: ${problem}`);
  }
  const next = { ...account, webhook: url === '' ? null : { url, disabled: false } };
  world.accounts.set(account.id, next);
  return next;
}

/** Meta says something about the account itself: the value of a field. */
function news({ world, outbox }: Scene, input: Json): undefined {
  outbox.tell(accountIn(world, input), { field: wordIn(input, 'field'), part: partIn(input, 'value'), bare: true });
}

/** The next sends of an account, or of it to one person, get this no. */
function orderNo({ world }: Scene, input: Json): undefined {
  const account = accountIn(world, input);
  const { with: no, times = 1, by = 'response' } = input;
  if (!isRefusal(no)) return wrong('with: there is no such refusal');
  if (by !== 'response' && by !== 'status') return wrong('by: response or status');
  if (by === 'status' && isDirect(account)) return wrong('by: Instagram and Messenger tell of no failure by status');
  const customer = input.customer === undefined ? null : customerIn(world, account, input).id;
  const orders = Array.from({ length: Math.min(1000, Number(times) || 0) }, (): Order => ({ no, customer, late: by === 'status' }));
  world.ordered.set(account.id, [...(world.ordered.get(account.id) ?? []), ...orders]);
}

const DAY = 24 * 60 * 60 * 1000;

/** As if the customer had last written a day and a minute ago, or as many days as said. */
function closeWindow({ world }: Scene, input: Json): undefined {
  const account = accountIn(world, input);
  const days = Number(input.days ?? 1);
  chatOf(world, account, customerIn(world, account, input)).spokeAt = world.time.now() - days * DAY - 60_000;
}

async function advance({ world }: Scene, { ms }: Json): Promise<object> {
  if (typeof ms !== 'number' || !(ms >= 0) || ms > 31 * DAY) return wrong('ms: milliseconds up to 31 days');
  await world.time.advance(ms);
  return { now: world.time.now() };
}

function reset({ world, outbox }: Scene): undefined {
  forget(world);
  outbox.clear();
}

export function act(scene: Scene, name: string, input: Json): ReturnType<Verb> {
  const verb = VERBS.get(name) ?? wrong(`there is no ${name}`);
  return verb(scene, partIn({ input }, 'input'));
}
