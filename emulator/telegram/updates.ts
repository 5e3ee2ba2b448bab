import { objectOf } from '../json';
import type { World } from '../world';
import type { Bot, Reply, Update } from './town';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Waits between attempts; the last one again and again, for a day. */
const GAPS = [SECOND, 5 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE];
const KEPT = 24 * 60 * MINUTE;
const PATIENCE = 20 * SECOND;

/** Not told unless they are asked for by name. */
const ON_WISH: ReadonlySet<string> = new Set(['message_reaction', 'message_reaction_count', 'chat_member']);

/** Something happened: the bot is told, or it waits for the bot. Resolves when a webhook was first tried. */
export async function tell(world: World, bot: Bot, kind: string, part: object): Promise<Update | null> {
  if (bot.allowed ? !bot.allowed.includes(kind) : ON_WISH.has(kind)) return null;
  bot.count += 1;
  const update: Update = { update_id: bot.count, [kind]: part };
  bot.pending.push(update);
  if (world.luck.chance(world.dial.duplicate)) world.time.after(SECOND, () => knock(world, bot, update));
  if (bot.webhook) await bring(world, bot, update);
  else bot.poll?.end(given(bot, 100));
  return update;
}

/** Some overtake others: connections are many. */
async function bring(world: World, bot: Bot, update: Update): Promise<void> {
  const wait = world.luck.chance(world.dial.reorder) ? world.luck.between(1, 3 * SECOND) : world.luck.between(0, world.dial.delay);
  if (wait === 0) return attempt(world, bot, update, 0);
  world.time.after(wait, () => attempt(world, bot, update, 0));
}

async function attempt(world: World, bot: Bot, update: Update, tried: number, since = world.time.now()): Promise<void> {
  if (!bot.webhook || !bot.pending.includes(update)) return;
  const outcome = world.luck.chance(world.dial.drop) ? 'Connection timed out' : await knock(world, bot, update);
  if (outcome === null) {
    bot.pending = bot.pending.filter((one) => one !== update);
    return;
  }
  bot.lastError = { at: world.time.now(), says: outcome };
  if (world.time.now() - since > KEPT) bot.pending = bot.pending.filter((one) => one !== update);
  else world.time.after(GAPS[Math.min(tried, GAPS.length - 1)] ?? 0, () => attempt(world, bot, update, tried + 1, since));
}

/** null when it was answered with 2xx, else what was wrong, as `getWebhookInfo` says it. */
async function knock(world: World, { webhook }: Bot, update: Update): Promise<string | null> {
  if (!webhook) return 'Nobody listens';
  const { signature } = world.dial;
  const secret = signature === 'wrong' ? 'a-wrong-word' : webhook.secret;
  const shown: Record<string, string> = secret === '' || signature === 'absent' ? {} : { 'x-telegram-bot-api-secret-token': secret };
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...shown },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.arrayBuffer();
    return answer.ok ? null : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
  } catch {
    return 'Connection refused';
  }
}

/** What waited when a webhook was set is brought there. */
export async function bringAll(world: World, bot: Bot): Promise<void> {
  await Promise.all(bot.pending.map((update) => bring(world, bot, update)));
}

/** `getUpdates`: an offset says that all before it is known; without news the question is held. */
export function poll(world: World, bot: Bot, body: unknown, gone: (then: () => void) => void): Reply | Promise<Reply> {
  const { offset, limit, timeout } = objectOf(body);
  if (bot.webhook) return CONFLICT_WEBHOOK;
  bot.poll?.end(CONFLICT_POLL);
  if (typeof offset === 'number' && offset > 0) bot.pending = bot.pending.filter(({ update_id }) => update_id >= offset);
  const most = typeof limit === 'number' ? limit : 100;
  if (bot.pending.length > 0 || typeof timeout !== 'number' || timeout <= 0) return given(bot, most);
  return new Promise((resolve) => {
    const held = {
      end: (answer: Reply) => {
        if (bot.poll === held) bot.poll = null;
        resolve(answer);
      },
    };
    bot.poll = held;
    gone(() => held.end(given(bot, 0)));
    world.time.after(timeout * SECOND, () => held.end(given(bot, most)));
  });
}

const given = (bot: Bot, most: number): Reply => ({ status: 200, body: { ok: true, result: bot.pending.slice(0, most) } });

export const no = (status: number, description: string, parameters?: object): Reply => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters ? { parameters } : {}) },
});

const CONFLICT_WEBHOOK = no(
  409,
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
);
const CONFLICT_POLL = no(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running');
