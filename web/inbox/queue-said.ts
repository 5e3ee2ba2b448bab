import type { QueueEntry } from '../api/types';
import { reasonText } from '../thread/why';
import type { Words } from '../words/en';
import type { Times } from '../words/times-in';

type Why = QueueEntry['why'];

/** Why nobody has a ticket of the queue yet, in a few words. */
export function whySaid({ rule, facts }: Why, now: number, { targets: { queue }, ticket }: Words, times: Times): string {
  const moment = (fact: unknown) => (typeof fact === 'string' ? times.moment(fact, now) : '');
  const { why } = queue;
  switch (rule) {
    case 'nobody_free':
      return why.nobody_free(Number(facts.online));
    case 'outside_hours':
      return why.outside_hours(facts.opensAt ? ticket.next.at(moment(facts.opensAt)) : null);
    case 'waits_for_last_agent':
      return why.waits_for_last_agent(String(facts.lastAgent), moment(facts.patienceUntil));
    default:
      return why[rule] ?? why.unknown;
  }
}

/** Everybody who was passed over, each with why. */
export const passedOverSaid = ({ passedOver }: Why, words: Words): string =>
  passedOver.map(({ name, why }) => `${name}: ${reasonText(why, words)}`).join('\n');
