import { pluralIn } from '../plural';

const plural = pluralIn('en');
const many = (count: number) => count.toLocaleString('en');

/** What a problem's sentence is made of; what the desk did not tell is empty. */
export interface ToldProblem {
  readonly moment: string;
  readonly detail: string;
  readonly names: string;
  readonly count: number;
  readonly hours: number;
  readonly usual: number;
  readonly weeks: number;
  readonly statuses: number;
  readonly replies: number;
  readonly days: number;
}

interface Wording {
  readonly says: (told: ToldProblem) => string;
  readonly do: string;
}

const because = (detail: string) => (detail === '' ? '.' : `: ${detail}`);

export const health = {
  states: { good: 'Good', bad: 'Bad', unknown: 'Not known yet' },
  since: (moment: string) => `since ${moment}`,
  asked: (moment: string) => `The network last answered: ${moment}.`,
  notAsked: 'The network was not asked yet. That happens by itself within a minute.',
  trial: 'A channel of the trial is always well: its network is the desk itself.',
  notLoaded: 'How the channel is doing is not shown',
  check: 'Check now',
  checking: 'Asking the network…',
  notChecked: 'Not checked',
  seenTo: 'Seen to',
  notSeenTo: 'Not marked',
  toAccount: 'Open the account',
  toWebhook: 'Open its connection',
  warning: 'Worth a look',
  nothing: 'Nothing is wrong.',
  nothingKnown: 'Nothing was heard, sent or checked yet.',
  problems: {
    token_invalid: {
      says: ({ moment, detail }) =>
        moment ? `The access token ended ${moment}.` : `The network does not take the token or secret of this channel${because(detail)}`,
      do: 'Make a new one at the network, or look which it knows, and paste it under Account. What waits goes out then.',
    },
    token_expiring: {
      says: ({ moment }) => `The access token ends ${moment}.`,
      do: 'Make a new one at the network and paste it under Account before then.',
    },
    paused: {
      says: ({ detail }) => `Nothing is sent${because(detail)}`,
      do: 'Correct it under Account and save. What waits goes out then.',
    },
    wrong_account: {
      says: ({ detail }) => `Something about the account is not right${because(detail)}`,
      do: 'Compare what stands under Account with what the network has.',
    },
    scopes_missing: {
      says: ({ names }) => `The access token lacks permissions: ${names}.`,
      do: 'Make a token that has them and paste it under Account.',
    },
    not_subscribed: {
      says: () => 'Meta tells the app nothing of this account.',
      do: 'Subscribe the app to the account; the webhook page says how. After an hour without answers Meta ends that by itself.',
    },
    account_alarm: {
      says: ({ detail }) => `The network says of the account${because(detail)}`,
      do: 'Look at the account at the network. When it is settled, mark it as seen to.',
    },
    quality_low: {
      says: () => 'Meta rates the quality of what is sent as low.',
      do: 'Send fewer messages that people did not ask for: Meta lowers the limit, or blocks the number.',
    },
    foreign_secret: {
      says: ({ names }) => `What arrives at this webhook is signed with the secret of ${names || 'another channel'}, and is turned away.`,
      do: 'Give who calls it the address of that channel, or paste here the secret that it signs with.',
    },
    signature_failures: {
      says: ({ count }) => `${many(count)} calls of the webhook in a row were turned away: their signature is wrong.`,
      do: 'Paste the secret with which the network signs its calls of this address.',
    },
    no_handshake: {
      says: () => 'Meta has never called the webhook: nothing can be heard.',
      do: 'Paste the address and the verify token at Meta.',
    },
    no_event: {
      says: ({ moment }) => `The webhook was set up ${moment}, and nothing has come since.`,
      do: 'Write to the account yourself. If it does not come, look at what the page of its connection says.',
    },
    not_set_up: {
      says: ({ detail }) => `The network could not be told where to call${because(detail)}`,
      do: 'Correct what it says and save the channel, or wait: it is tried again.',
    },
    line_down: {
      says: ({ moment, detail }) => `The line to the network has not been open since ${moment}${because(detail)}`,
      do: 'Look at what it waits for: a phone to be linked, a browser, the network.',
    },
    unreachable: {
      says: ({ moment, detail }) => `The network has not answered since ${moment}${because(detail)}`,
      do: 'Look whether the desk’s machine reaches it.',
    },
    queue_waits: {
      says: ({ count, moment }) =>
        plural(count, {
          one: `1 message waits to be sent since ${moment}.`,
          other: `${many(count)} messages wait to be sent, the oldest since ${moment}.`,
        }),
      do: 'Look at the other problems. If there are none, look at the network’s own status page.',
    },
    silence: {
      says: ({ hours, usual, weeks }) =>
        `Nothing has come for ${plural(hours, { one: 'an hour', other: `${many(hours)} hours` })}. In the last ${weeks} weeks these hours brought at least ${many(usual)} events each.`,
      do: 'Write to the account yourself. If it does not come, look at what the page of its connection says.',
    },
    token_old: {
      says: ({ moment, days }) =>
        `The access token is here since ${moment}; the network ends such tokens after ${many(days)} days, unless they are renewed.`,
      do: 'Renew it at the network, or make a new one, and paste it under Account.',
    },
    other_apps: {
      says: ({ names }) => `Other apps hear this account too: ${names}.`,
      do: 'If one of them answers customers as well, unsubscribe it at Meta.',
    },
    swapped_urls: {
      says: ({ names }) =>
        `Its events come to the address of ${names || 'another channel'}, and that one’s to this address. They are heard all the same.`,
      do: 'Exchange the two addresses at Meta.',
    },
    gaps: {
      says: ({ statuses, replies }) =>
        `In a day ${many(statuses)} receipts and ${many(replies)} answers came about messages that the desk does not know.`,
      do: 'Look whether somebody else sends from this account, and whether the webhook was down.',
    },
  } as Readonly<Record<string, Wording>>,
  facts: {
    title: 'What it is judged by',
    token: 'Access token',
    tokenGood: 'taken',
    tokenBad: 'not taken',
    tokenEnds: (moment: string) => `ends ${moment}`,
    tokenNoEnd: 'no end is known',
    heard: 'Last event',
    sent: 'Last message taken by the network',
    waiting: 'Waiting to be sent',
    waitingSince: (count: number, moment: string) => `${many(count)}, the oldest since ${moment}`,
    nothingWaits: 'nothing',
    slowed: 'Slowed by the network',
    slowedUntil: (moment: string, detail: string) => `until ${moment}: ${detail}`,
    signatures: 'Wrong signatures',
    signaturesSince: (count: number, moment: string) => plural(count, { one: `1, ${moment}`, other: `${many(count)}, the last ${moment}` }),
    handshake: 'Handshake of the webhook',
    quality: 'Quality',
    ratings: { green: 'high', yellow: 'middling', red: 'low' },
    limit: (limit: string) => `limit ${limit}`,
    quiet: 'Quiet',
    quietFor: (hours: number, usual: number, weeks: number) =>
      `${plural(hours, { one: '1 hour', other: `${many(hours)} hours` })}; the poorest of ${weeks} weeks brought ${many(usual)} in these`,
    quietUnknown: 'not unusual, or not known for two weeks yet',
    gaps: 'About unknown messages, in a day',
    gapsOf: (statuses: number, replies: number) => `${many(statuses)} receipts, ${many(replies)} answers`,
    apps: 'Apps that hear the account',
    ours: 'ours',
    noApp: 'none',
    appsUnknown: 'not known',
    otherUrl: 'Events by another address',
    otherUrlOf: (count: number, name: string, moment: string) => `${many(count)} by that of ${name}, the last ${moment}`,
    never: 'never',
    none: 'none',
    unknown: 'not known',
  },
  history: { title: 'History', none: 'It has not turned yet.', good: 'Good', bad: 'Bad', unknown: 'Not known' },
  problemCount: (count: number) => plural(count, { one: '1 problem', other: `${many(count)} problems` }),
};
export type HealthWords = typeof health;
