import { timeIn } from './eligible';
import type { Decision } from './events';
import type { Policy } from './policy';
import type { Instant } from './ticket';

type Words = (facts: Decision['facts'], time: (name: string) => string) => string;

const WORDS: Readonly<Record<string, Words>> = {
  manual: () => 'The desk assigns nothing here: a person does.',
  outside_hours: ({ opensAt }, time) =>
    `It waits for working hours${typeof opensAt === 'number' ? `, which begin ${time('opensAt')}` : ''}.`,
  waits_for_last_agent: ({ lastAgent }, time) => `It waits for ${lastAgent} until ${time('patienceUntil')}.`,
  nobody_free: ({ online }) => (online === 0 ? 'Nobody is online.' : 'Nobody who is online can take it.'),
  about_to_be_given: () => 'Somebody has room: it is about to be assigned.',
};

/** In one sentence why a ticket of the queue has no agent yet, from the decision of routing. */
export function waitingWords({ rule, facts }: Decision, policy: Policy, now: Instant): string {
  const time = (name: string): string => timeIn({ policy, now }, Number(facts[name]), 'day');
  return WORDS[rule]?.(facts, time) ?? 'It waits for an agent.';
}
