import { type Answer, refused } from './answer';
import { sendInstagram } from './instagram/send';
import { type Json, objectOf, textOf } from './json';
import { byIgsid, byPhone, byPsid, byUserId, record } from './known';
import { sendMessenger } from './messenger/send';
import type { Scene } from './people';
import { Refusal, type RefusalName, refuse } from './refusals';
import { isDirect } from './scoped';
import { type Accepted, follow, madeOf, REPORTS } from './sending';
import { sendWhatsApp } from './whatsapp/send';
import type { Account, Customer, Order, SendRecord, World } from './world';

/** A send as it came in. */
interface Given {
  readonly path: string;
  readonly body: Json;
  /** Throws when the token speaks for nobody. */
  accountOf(): Account;
}

const SENDS = { whatsapp: sendWhatsApp, instagram: sendInstagram, messenger: sendMessenger } as const;
const TOO_MANY = { whatsapp: 'throughput', instagram: 'ig_rate', messenger: 'custom_rate' } as const;

/** Takes a send or refuses it, as Graph and the weather will have it, and remembers which. */
export async function hand(scene: Scene, given: Given): Promise<Answer> {
  const { world } = scene;
  let account: Account | null = null;
  try {
    account = given.accountOf();
    await slowly(world);
    const ordered = takeOrder(world, account, given.body);
    if (ordered && !ordered.late) refuse(ordered.no);
    stormy(world, account);
    const accepted = SENDS[account.kind](world, account, given.body);
    return await answer(scene, account, given, ordered ? refusedLate(accepted, ordered.no) : accepted);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error instanceof Gust ? error.status : error.row.status;
    const outcome = status >= 500 ? 'failed' : 'refused';
    note(world, account, given, { outcome, status, code: error.row.code, messageId: null });
    return refused(world, error, status);
  }
}

/** A no that the weather brings, with the HTTP status of its mood. */
class Gust extends Refusal {
  constructor(
    refusal: RefusalName,
    readonly status: number,
  ) {
    super(refusal);
  }
}

async function slowly({ dial, luck, time }: World): Promise<void> {
  const wait = luck.between(0, dial.slow);
  if (wait > 0) await new Promise<void>((resolve) => time.after(wait, resolve));
}

/** The first no that was ordered for this send. Gestures are no sends. */
function takeOrder(world: World, { id }: Account, body: Json): Order | undefined {
  const orders = world.ordered.get(id) ?? [];
  if (orders.length === 0 || body.status !== undefined || body.sender_action !== undefined) return undefined;
  const to = addressedBy(world, body)?.id;
  const at = orders.findIndex(({ customer }) => customer === null || customer === to);
  return at < 0 ? undefined : orders.splice(at, 1)[0];
}

function addressedBy(world: World, { to, recipient }: Json): Customer | undefined {
  if (to !== undefined) return byPhone(world, textOf(to));
  const id = textOf(objectOf(recipient).id);
  return byUserId(world, textOf(recipient)) ?? byIgsid(world, id) ?? byPsid(world, id);
}

/** Taken, and refused a moment later. */
function refusedLate(accepted: Accepted, no: RefusalName): Accepted {
  const [first] = accepted.reports;
  if (!first) return accepted;
  const error = new Refusal(no);
  return {
    ...accepted,
    reports: [{ after: REPORTS.failed, progress: 'failed', news: (at) => first.news(at, error.inStatus(), 'failed'), error }],
  };
}

/** Throws what ails the account, or what the dial says; nothing is taken then. */
function stormy({ dial, luck }: World, account: Account): void {
  if (account.trouble) refuse(account.trouble);
  if (luck.chance(dial.errors)) throw new Gust(luck.pick(['something', 'temporary', 'unavailable']), luck.pick([500, 502, 503]));
  // Graph answers the same refusal with either status.
  if (luck.chance(dial.rate)) throw new Gust(TOO_MANY[account.kind], luck.pick([400, 429]));
}

async function answer(scene: Scene, account: Account, given: Given, accepted: Accepted): Promise<Answer> {
  const { world, outbox } = scene;
  const { message, reports, body } = accepted;
  const [first] = reports;
  const noted = { status: 200, code: null, messageId: message?.id ?? null };
  if (message) {
    const early = first !== undefined && world.luck.chance(world.dial.early);
    follow(scene, account, accepted, message, early ? 1 : 0);
    if (early) await outbox.tellNow(account, madeOf(world, first, message));
  }
  if (message && world.luck.chance(world.dial.timeout)) {
    note(world, account, given, { ...noted, outcome: 'accepted, unanswered' });
    return 'hang';
  }
  if (message && world.luck.chance(world.dial.errorsAfter)) {
    note(world, account, given, { ...noted, outcome: 'accepted, failed', status: 500 });
    return refused(world, new Refusal(isDirect(account) ? 'sent_anyway' : 'something'), 500);
  }
  note(world, account, given, { ...noted, outcome: 'accepted' });
  return { status: 200, body };
}

function note(
  world: World,
  account: Account | null,
  { path, body }: Given,
  end: Pick<SendRecord, 'outcome' | 'status' | 'code' | 'messageId'>,
): void {
  record(world, { at: world.time.now(), account: account?.id ?? null, path, body, ...end });
}
