import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const targets = {
  label: 'Targets',
  one: 'Target',
  kinds: { first_answer: 'First answer', next_answer: 'Next answer', resolution: 'Solution' },
  /** First answer due in 12 min, at 11:54. */
  due: (kind: string, lasting: string, at: string) => `${kind} due in ${lasting}, ${at}`,
  dueNow: (kind: string) => `${kind} due any moment now`,
  missed: (kind: string, at: string) => `${kind} missed: it was due ${at}`,
  answeredLate: (kind: string, at: string) => `${kind} came late: it was due ${at}`,
  met: (kind: string) => `${kind} in time`,
  /** In a list. */
  short: { due: (lasting: string) => `due in ${lasting}`, missed: (lasting: string) => `${lasting} late` },
  next: {
    due: (kind: string, when: string) => `${kind} due ${when}`,
    missed: (kind: string) => `${kind} missed`,
    wasDue: (at: string) => `It was due ${at}.`,
    says: {
      first_answer: 'If nobody answers before.',
      next_answer: 'If nobody answers before.',
      resolution: 'If it is not closed before.',
    },
  },
  queue: {
    place: (place: number) => `${place}.`,
    placeSaid: (place: number) => `number ${place} in the queue`,
    why: {
      nobody_free: (online: number) =>
        online === 0 ? 'Nobody is online' : plural(online, { one: 'The one who is online is full', other: 'Everybody online is full' }),
      outside_hours: (opens: string | null) => (opens ? `Working hours begin ${opens}` : 'Outside working hours'),
      waits_for_last_agent: (name: string, until: string) => `Waits for ${name} until ${until}`,
      manual: 'A person assigns it',
      about_to_be_given: 'About to be assigned',
      unknown: 'Waits for an agent',
    },
  },
};
export type TargetsWords = typeof targets;
