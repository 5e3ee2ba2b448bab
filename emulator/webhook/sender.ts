import type { Json } from '../json';
import type { World } from '../world';
import type { HookTold } from './hooks';
import { headersOf } from './standard';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** When a call that was not answered with 2xx is made again: the timetable of Standard Webhooks. */
const GAPS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
const PATIENCE = 20 * SECOND;

/** Tells the desk something, now and again until it is answered; each time under the same name and signed anew. */
export async function tell(world: World, name: string, event: Json): Promise<HookTold> {
  const told: HookTold = {
    id: `msg_${world.ids.word(12)}`,
    event: { at: new Date(world.time.now()).toISOString(), ...event },
    attempts: [],
  };
  world.hooks.get(name)?.told.push(told);
  if (world.luck.chance(world.dial.duplicate)) world.time.after(world.luck.between(1, 5 * SECOND), () => knock(world, name, told));
  await attempt(world, name, told);
  return told;
}

async function attempt(world: World, name: string, told: HookTold): Promise<void> {
  const at = world.time.now();
  const outcome = world.luck.chance(world.dial.drop) ? 'dropped' : await knock(world, name, told);
  told.attempts.push({ at, outcome });
  const gap = GAPS[told.attempts.length - 1];
  if (!/^2\d\d$/.test(outcome) && gap !== undefined) world.time.after(gap, () => attempt(world, name, told));
}

async function knock(world: World, name: string, { id, event }: HookTold): Promise<string> {
  const hook = world.hooks.get(name);
  if (!hook?.url) return 'nobody listens';
  const bytes = Buffer.from(JSON.stringify(event));
  const headers = { 'content-type': 'application/json', ...headersOf(hook.secret, id, bytes, world.time.now(), world.dial.signature) };
  try {
    const answer = await fetch(hook.url, {
      method: 'POST',
      headers,
      body: bytes,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch {
    return 'unreachable';
  }
}
