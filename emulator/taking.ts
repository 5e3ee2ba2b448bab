import { type Answer, refused } from './answer';
import { sendInstagram } from './instagram/send';
import type { Json } from './json';
import { record } from './known';
import type { Scene } from './people';
import { Refusal, type RefusalName, refuse } from './refusals';
import { type Accepted, follow, madeOf } from './sending';
import { sendWhatsApp } from './whatsapp/send';
import type { Account, SendRecord, World } from './world';

/** A send as it came in. */
interface Given {
  readonly path: string;
  readonly body: Json;
  /** Throws when the token speaks for nobody. */
  accountOf(): Account;
}

const SENDS = { whatsapp: sendWhatsApp, instagram: sendInstagram } as const;
const TOO_MANY = { whatsapp: 'throughput', instagram: 'ig_rate' } as const;

/** Takes a send or refuses it, as Graph and the weather will have it, and remembers which. */
export async function hand(scene: Scene, given: Given): Promise<Answer> {
  const { world } = scene;
  let account: Account | null = null;
  try {
    account = given.accountOf();
    await slowly(world);
    stormy(world, account);
    const accepted = SENDS[account.kind](world, account, given.body);
    return await answer(scene, account, given, accepted);
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

/** Throws what was ordered, what ails the account, or what the dial says; nothing is taken then. */
function stormy({ dial, luck, ordered }: World, account: Account): void {
  const next = ordered.get(account.id)?.shift();
  if (next) refuse(next);
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
    return refused(world, new Refusal(account.kind === 'instagram' ? 'sent_anyway' : 'something'), 500);
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
