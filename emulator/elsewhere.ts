import { accountIn, customerIn, wordIn, wrong } from './asks';
import { type Json, listOf, objectOf, textOf } from './json';
import { chatOf, remember } from './known';
import { OURS, PAGE_INBOX } from './messenger/apps';
import type { Scene } from './people';
import { isDirect, scopedId } from './scoped';
import { waId } from './whatsapp/news';
import type { Account, Customer, Message } from './world';

const DECLINED = {
  code: 2593109,
  title: 'History sync is turned off by the business from the WhatsApp Business App',
  message: 'History sync is turned off by the business from the WhatsApp Business App',
  error_data: { details: 'History sharing is turned off by the business' },
};

/** The business's phone tells what was said before it was connected: one chunk of one thread, or that it will not. */
export function history({ world, outbox }: Scene, input: Json): object {
  const account = onWhatsApp(accountIn(world, input));
  if (input.declined === true) {
    outbox.tell(account, { field: 'history', part: { history: [{ errors: [DECLINED] }] } });
    return {};
  }
  const customer = customerIn(world, account, input);
  const said = listOf(input.messages).map((one) => pastOf({ world, outbox }, account, customer, objectOf(one)));
  const { phase = 0, chunk = 1, progress = 100 } = input;
  const thread = { id: nameOf(customer), messages: said.map((message) => itemOf(account, customer, message)) };
  const metadata = { phase, chunk_order: chunk, progress };
  outbox.tell(account, { field: 'history', part: { history: [{ metadata, threads: said.length === 0 ? [] : [thread] }] } });
  return { messages: said.map(({ id }) => id) };
}

function pastOf({ world }: Scene, account: Account, customer: Customer, { id, at, by, text }: Json): Message {
  return remember(world, {
    id: textOf(id) || world.ids.wamid(waId(customer) ?? '0'),
    account: account.id,
    customer: customer.id,
    by: by === 'business' ? 'business' : 'customer',
    via: 'phone',
    at: typeof at === 'number' ? at : world.time.now(),
    content: text === undefined ? { type: 'media_placeholder' } : { type: 'text', text: { body: text } },
    replyTo: null,
    reference: null,
    progress: 'read',
    error: null,
    reactions: {},
    edits: 0,
    deleted: false,
  });
}

function itemOf({ phone }: Account, customer: Customer, { id, at, by, content }: Message): Json {
  const way = by === 'business' ? { from: phone, to: nameOf(customer) } : { from: nameOf(customer) };
  return { ...way, id, timestamp: String(Math.floor(at / 1000)), ...content, history_context: { status: 'READ' } };
}

const nameOf = (customer: Customer): string => waId(customer) ?? customer.userId ?? '';

const onWhatsApp = (account: Account): Account => (account.kind === 'whatsapp' ? account : wrong('account: this is WhatsApp’s'));

/** What the business's phone calls a customer; without a name it forgets them. */
export function phonebook({ world, outbox }: Scene, input: Json): undefined {
  const account = onWhatsApp(accountIn(world, input));
  const customer = customerIn(world, account, input);
  const { phone } = customer;
  const name = textOf(input.name);
  const called = name === '' ? {} : { full_name: name, first_name: name.split(' ')[0] };
  const entry = {
    type: 'contact',
    contact: { ...called, phone_number: phone ?? wrong('customer: has no number') },
    action: name === '' ? 'remove' : 'add',
    metadata: { timestamp: String(Math.floor(world.time.now() / 1000)) },
  };
  outbox.tell(account, { field: 'smb_app_state_sync', part: { state_sync: [entry] } });
}

/** Another app takes the conversation, or passes it to the desk's: until then its sends are refused, and it only overhears. */
export function handover({ world, outbox }: Scene, input: Json): object {
  const account = accountIn(world, { account: 'instagram', ...input });
  if (!isDirect(account)) return wrong('account: only Instagram and Messenger hand conversations over');
  const customer = customerIn(world, account, input);
  const to = wordIn(input, 'to');
  if (to !== 'another' && to !== 'desk') return wrong('to: another or desk');
  const chat = chatOf(world, account, customer);
  const app = textOf(input.app) || (account.kind === 'messenger' ? PAGE_INBOX : INBOX);
  chat.heldBy = to === 'another' ? app : null;
  const words = { previous_owner_app_id: to === 'another' ? OURS : app, new_owner_app_id: to === 'another' ? app : OURS, metadata: '' };
  const event = to === 'another' ? { take_thread_control: words } : { pass_thread_control: words };
  const part = { sender: { id: scopedId(account, customer) }, recipient: { id: account.id }, timestamp: world.time.now(), ...event };
  outbox.tell(account, { field: account.kind === 'messenger' ? 'messaging_handovers' : 'messaging_handover', part });
  return { heldBy: chat.heldBy };
}

/** Instagram's own inbox. */
const INBOX = '1217981644879628';
