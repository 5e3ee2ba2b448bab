import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const presence = {
  times: {
    open: 'Time',
    title: (name: string) => `Time of ${name}`,
    mine: 'Your time',
    zone: (zone: string) => `Days in the time zone ${zone}`,
    day: 'Day',
    course: 'Through the day',
    earlier: 'Earlier days',
    later: 'Later days',
    none: 'Neither online nor away on these days.',
    notRead: 'The time can’t be shown',
    spell: (what: string, from: string, to: string) => `${what}, ${from} to ${to}`,
  },
  reasons: {
    title: 'Away reasons',
    says: 'What agents choose from when they turn away. Their time is kept by reason.',
    none: 'No reasons: agents are away, and nobody is told why.',
    name: (place: number) => `Reason ${place}`,
    add: 'Add a reason',
    removeOf: (name: string) => `Delete ${name}`,
    removeNew: 'Delete the empty reason',
    full: (most: number) => plural(most, { one: '1 reason at most.', other: `${most} reasons at most.` }),
  },
};
export type PresenceWords = typeof presence;
