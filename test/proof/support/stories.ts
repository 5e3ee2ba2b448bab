import type { Heard, Who } from '../../../src/ports/channel';
import { text } from '../../support/acts';
import type { Dice } from './dice';

/** Somebody whom a story is about. Everything that happened did so before `at`; `own` is the desk's message to them, if it sends one. */
export interface Person {
  readonly name: string;
  readonly who: Who;
  readonly at: number;
  readonly own: string;
}

/** What a provider tells in one go; or its answer to the desk's own send, which may come at any moment, or be lost. */
export type Delivery = readonly Heard[] | 'answer' | 'lost';

export interface Story {
  readonly name: string;
  readonly channel: 'whatsapp' | 'instagram';
  readonly tell: (person: Person) => readonly Delivery[];
  /** The ticket's status and each message in words, however all that was told. */
  readonly ends: readonly string[];
}

/** The provider's id of the n-th thing said; `OWN` is what the desk sent. */
export const idOf = ({ name }: Person, n: number | string): string => `${name}-${n}`;
export const OWN = 'own';

/** Makes what a provider tells of one person; `s` is in seconds, negative for what is past. */
function talkOf(person: Person) {
  const { who } = person;
  const base = (s: number) => ({ account: null, raw: null, at: person.at + s * 1000 });
  const id = (n: number | string) => idOf(person, n);
  const re = (n: number | string | undefined) => ({ replyTo: n === undefined ? null : id(n) });
  type Side = 'customer' | 'business';
  type Status = 'sent' | 'delivered' | 'read' | 'failed';
  return {
    says: (n: number | string, words: string, s: number, answers?: number | string): Heard => ({
      type: 'message',
      ...base(s),
      id: id(n),
      from: who,
      content: text(words),
      ...re(answers),
    }),
    echo: (n: number | string, words: string, s: number, answers?: number | string): Heard => ({
      type: 'echo',
      ...base(s),
      id: id(n),
      to: who,
      content: text(words),
      ...re(answers),
    }),
    edit: (n: number | string, words: string, s: number, by: Side = 'customer'): Heard => ({
      type: 'edit',
      ...base(s),
      target: id(n),
      by,
      who,
      content: text(words),
    }),
    gone: (n: number | string, s: number, by: Side = 'customer'): Heard => ({ type: 'deletion', ...base(s), target: id(n), by, who }),
    unsent: (n: number | string, s: number, by: Side = 'customer'): Heard => ({
      type: 'deletion',
      ...base(s),
      target: id(n),
      whole: true,
      by,
      who,
    }),
    likes: (n: number | string, emoji: string | null, s: number, by: Side = 'customer'): Heard => ({
      type: 'reaction',
      ...base(s),
      target: id(n),
      by,
      who,
      emoji,
    }),
    receipt: (n: number | string, status: Status, s: number): Heard => ({
      type: 'receipt',
      ...base(s),
      id: id(n),
      who,
      status,
      error: problem(status),
    }),
    ours: (status: Status, s: number): Heard => ({
      type: 'receipt',
      ...base(s),
      id: id(OWN),
      reference: person.own,
      who,
      status,
      error: problem(status),
    }),
    readUpTo: (n: number | string, s: number): Heard => ({ type: 'receipt', ...base(s), id: id(n), upTo: true, who, status: 'read' }),
  };
}

const problem = (status: string) => (status === 'failed' ? ({ code: 'unknown', providerCode: '1', detail: 'no' } as const) : null);

export const STORIES: readonly Story[] = [
  {
    name: 'a customer rewords, answers and takes back',
    channel: 'whatsapp',
    tell(person) {
      const { says, edit, gone, likes } = talkOf(person);
      return [
        [says(1, 'helo', -60)],
        [edit(1, 'hello', -50)],
        [edit(1, 'hello!', -40)],
        [says(2, 'one more thing', -30, 1)],
        [edit(2, 'never seen', -25)],
        [gone(2, -20)],
        [likes(1, '❤️', -10, 'business')],
      ];
    },
    ends: ['pending', '1 hello!, edited at -40, business ❤️', '2 deleted at -20, answers 1'],
  },
  {
    name: 'the business answers on its phone',
    channel: 'whatsapp',
    tell(person) {
      const { says, echo, receipt, likes } = talkOf(person);
      return [
        [says(1, 'hello', -60)],
        [echo(2, 'we are on it', -50, 1)],
        [receipt(2, 'sent', -49)],
        [receipt(2, 'failed', -48)],
        [receipt(2, 'delivered', -47)],
        [likes(2, '👍', -30)],
        [likes(2, null, -20)],
      ];
    },
    ends: ['pending', '1 hello', '2 we are on it, answers 1, delivered'],
  },
  {
    name: 'nobody writes but the business',
    channel: 'whatsapp',
    tell(person) {
      const { echo, edit, gone, receipt, likes } = talkOf(person);
      return [
        [echo(1, 'your parcel is here', -60)],
        [edit(1, 'your parcel has come', -55, 'business')],
        [receipt(1, 'read', -40)],
        [echo(2, 'oops', -50)],
        [gone(2, -45, 'business')],
        [receipt(2, 'delivered', -46)],
        [likes(1, '🎉', -30)],
      ];
    },
    ends: ['proactive', '1 your parcel has come, edited at -55, customer 🎉, read', '2 deleted at -45, delivered'],
  },
  {
    name: 'an album is taken back',
    channel: 'instagram',
    tell(person) {
      const { says, echo, unsent, likes, readUpTo } = talkOf(person);
      return [
        [says(1, 'look', -60), says('1#1', 'a picture', -60), says('1#2', 'another', -60)],
        [unsent(1, -30)],
        [echo(2, 'lovely', -50, '1#1')],
        [echo(3, 'is it new?', -40)],
        [readUpTo(3, -35)],
        [likes(2, '❤️', -33)],
        [says(4, 'yes', -20, 3)],
      ];
    },
    ends: [
      'pending',
      '1 deleted at -30',
      '1#1 deleted at -30',
      '1#2 deleted at -30',
      '2 lovely, answers 1#1, customer ❤️, read',
      '3 is it new?, read',
      '4 yes, answers 3',
    ],
  },
  {
    name: 'a customer reads up to somewhere',
    channel: 'instagram',
    tell(person) {
      const { says, echo, unsent, readUpTo } = talkOf(person);
      return [
        [echo(1, 'one', -60)],
        [echo(2, 'two', -50)],
        [echo(3, 'three', -40)],
        [readUpTo(1, -55)],
        [readUpTo(2, -45)],
        [says(4, 'what is three?', -20, 3)],
        [unsent(3, -10, 'business')],
      ];
    },
    ends: ['pending', '1 one, read', '2 two, read', '3 deleted at -10, sent', '4 what is three?, answers 3'],
  },
  {
    name: 'statuses, an echo and a customer are quicker than the answer to a send',
    channel: 'whatsapp',
    tell(person) {
      const { says, echo, receipt, ours, likes } = talkOf(person);
      return [
        'answer',
        [ours('sent', -9)],
        [receipt(OWN, 'delivered', -8)],
        [receipt(OWN, 'read', -7)],
        [echo(OWN, 'good morning', -10)],
        [likes(OWN, '👍', -6)],
        [says(2, 'thanks', -5, OWN)],
      ];
    },
    ends: ['active', '0 hello', '2 thanks, answers own', 'own good morning, customer 👍, read'],
  },
  {
    name: 'all of that is quicker, and the answer is lost',
    channel: 'whatsapp',
    tell(person) {
      const { says, echo, receipt, ours, edit } = talkOf(person);
      return [
        'lost',
        [ours('sent', -9)],
        [receipt(OWN, 'delivered', -8)],
        [receipt(OWN, 'failed', -9)],
        [echo(OWN, 'good morning', -10)],
        [edit(OWN, 'good evening', -6, 'business')],
        [says(2, 'thanks', -5, OWN)],
      ];
    },
    ends: ['active', '0 hello', '2 thanks, answers own', 'own good evening, edited at -6, delivered'],
  },
  {
    name: 'the echo of a send and what is said about it are quicker than its answer',
    channel: 'instagram',
    tell(person) {
      const { says, echo, unsent, likes, readUpTo } = talkOf(person);
      return [
        'answer',
        [echo(OWN, 'good morning', -10)],
        [echo(3, 'from the app', -15)],
        [readUpTo(OWN, -8)],
        [likes(OWN, '❤️', -6)],
        [says(2, 'thanks', -5, OWN)],
        [unsent(3, -4, 'business')],
      ];
    },
    ends: ['active', '0 hello', '2 thanks, answers own', '3 deleted at -4, read', 'own good morning, customer ❤️, read'],
  },
];

const WORDS = ['yes', 'no', 'perhaps', 'tomorrow'];
const EMOJI = ['👍', '❤️', '🎉', null];

/** Some messages and echoes, and much that is about them, also about some that never come; several at one moment. */
export function randomStory(dice: Dice, channel: Story['channel']): Story['tell'] {
  const size = 3 + dice.below(4);
  const moment = () => -1 - dice.below(20);
  const said = Array.from({ length: size }, (_, n) => ({
    n,
    words: dice.pick(WORDS),
    s: moment(),
    echoed: dice.next() < 0.5,
    answers: dice.below(size + 2),
  }));
  const about = Array.from({ length: 4 + dice.below(10) }, () => ({
    n: dice.below(size + 1),
    kind: dice.below(5),
    words: dice.pick(WORDS),
    emoji: dice.pick(EMOJI),
    by: dice.pick(['customer', 'business'] as const),
    status: dice.pick(['sent', 'delivered', 'read', 'failed'] as const),
    s: moment(),
  }));
  return (person) => {
    const talk = talkOf(person);
    return [
      ...said.map(({ n, words, s, echoed, answers }) => {
        const re = answers < n ? answers : answers > n ? answers : undefined;
        return [echoed ? talk.echo(n, words, s, re) : talk.says(n, words, s, re)];
      }),
      ...about.map(({ n, kind, words, emoji, by, status, s }) => {
        if (kind === 0) return [talk.edit(n, words, s, by)];
        if (kind === 1) return [channel === 'instagram' ? talk.unsent(n, s, by) : talk.gone(n, s, by)];
        if (kind === 2) return [talk.likes(n, emoji, s, by)];
        return [channel === 'instagram' ? talk.readUpTo(n, s) : talk.receipt(n, status, s)];
      }),
    ];
  };
}
