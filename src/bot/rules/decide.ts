import type { BotAsked, BotSaid } from '../../ports/bots';
import type { Rule, RulesConfig } from './config';
import { type Said, saidIn, type Test } from './match';

/** From here on a pattern may take a noticeable moment. */
const LONG = 256;

export type Decided = Omit<BotSaid, 'turn'>;

/** A turn of a rules bot (LIFECYCLE §7): what it says to all unanswered messages together. */
export async function decide(config: RulesConfig, tests: readonly Test[], asked: BotAsked): Promise<Decided> {
  const matched = await matches(config, tests, asked);
  return matched.length > 0 ? replied(config, matched, asked) : missed(config, asked);
}

/** The rules that matched, each once, in the order of the messages. A hand-off ends it: what follows is for the person. */
async function matches({ rules }: RulesConfig, tests: readonly Test[], { messages }: BotAsked): Promise<number[]> {
  const matched = new Set<number>();
  for (const { content } of messages) {
    const at = await firstMatch(tests, saidIn(content));
    if (at !== null) matched.add(at);
    if (at !== null && rules[at]?.then === 'handoff') break;
  }
  return [...matched];
}

/** Lets the desk do something else between tests of a long message. */
async function firstMatch(tests: readonly Test[], said: Said): Promise<number | null> {
  for (const [at, test] of tests.entries()) {
    if (test(said)) return at;
    if (said.words.length > LONG) await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}

function replied(config: RulesConfig, matched: readonly number[], { welcomed }: BotAsked): Decided {
  const rules = matched.map((at) => config.rules[at] as Rule);
  const replies = rules.flatMap(({ reply }) => reply);
  const welcome = welcomed || replies.length === 0 ? [] : (config.welcome ?? []);
  const last = rules.at(-1);
  const handoff = last?.then === 'handoff' ? { teamId: last.teamId ?? null } : null;
  return { says: [...welcome, ...replies], handoff, welcomed: welcomed || welcome.length > 0, misses: 0, matched };
}

/** The welcome takes the place of the first fallback, not that of a hand-off. */
function missed({ welcome, fallback }: RulesConfig, { welcomed, misses: before }: BotAsked): Decided {
  const misses = Math.max(before, 0) + 1;
  const decided = { welcomed, misses, matched: ['fallback'] as const };
  if (!fallback || misses >= fallback.handoffAfter) return { ...decided, says: [], handoff: { teamId: null } };
  if (welcomed || !welcome?.length) return { ...decided, says: fallback.reply, handoff: null };
  return { ...decided, says: welcome, handoff: null, welcomed: true };
}
