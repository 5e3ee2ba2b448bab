import { spokenTo } from '../instagram/rules';
import { act, echoedContent, inWindow, messageOf, typing } from '../instagram/send';
import { type Json, objectOf, textOf } from '../json';
import { byPsid, chatOf, remember } from '../known';
import { tooManyAtOnce } from '../limits';
import { refuse } from '../refusals';
import { type Accepted, REPORTS } from '../sending';
import type { Account, Customer, World } from '../world';
import { OURS } from './apps';
import { delivered, echoedBy, read } from './news';
import { checkMessage } from './rules';

/** Graph's `POST /{page-id}|me/messages`: takes the message or throws its no. */
export function sendMessenger(world: World, account: Account, body: Json): Accepted {
  spokenTo(body, 'a Page-scoped id');
  if (body.sender_action === undefined) checkMessage(body.message, world, account);
  tooManyAtOnce(world, account, 'custom_rate');
  const customer = recipientOf(world, body);
  if (body.sender_action !== undefined) return act(world, account, customer, body);
  if (chatOf(world, account, customer).heldBy !== null) refuse('fb_thread');
  inWindow(world, account, customer, body, 'ig_window_other');
  const message = remember(world, messageOf(world, account, customer, body, world.ids.pageMid()));
  typing(world, account, customer, 0);
  const carried = message.reference === null ? {} : { metadata: message.reference };
  const said = { mid: message.id, ...echoedContent(message.content), ...carried };
  // Which messages came is not always said, only up to when.
  const named = world.luck.chance(0.5) ? [message.id] : [];
  return {
    body: { recipient_id: customer.psid, message_id: message.id },
    message,
    reports: [
      { after: REPORTS.echo, progress: 'sent', echo: true, news: (at) => echoedBy(OURS, account, customer, at, said) },
      { after: REPORTS.delivered, progress: 'delivered', news: (at) => delivered(account, customer, at, named) },
      { after: REPORTS.read, progress: 'read', news: (at) => read(account, customer, at) },
    ],
  };
}

function recipientOf(world: World, { recipient }: Json): Customer {
  const customer = byPsid(world, textOf(objectOf(recipient).id)) ?? refuse('ig_no_match');
  return customer.blocks || customer.blocked ? refuse('ig_unavailable') : customer;
}
