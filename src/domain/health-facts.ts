import { type Hours, NO_HOURS, type Silence } from './rhythm';
import type { Instant } from './ticket';

export type HealthState = 'unknown' | 'good' | 'bad';

/** `bad` turns the channel bad; a warning is shown, and the channel stays good. */
export type Severity = 'bad' | 'warning';

/** What a network said of an account when it was asked. What it did not tell is null. */
export interface AccountFacts {
  readonly token: {
    readonly valid: boolean;
    readonly expiresAt: Instant | null;
    readonly scopes: readonly string[] | null;
    /** Scopes that sending or hearing needs and the token lacks. */
    readonly missing: readonly string[];
    /** Why it is not taken, in the network's words. */
    readonly detail: string | null;
  };
  /** As the account is called at the network. */
  readonly name: string | null;
  /** Whether the account's events are told to our app. */
  readonly subscribed: boolean | null;
  /** Other apps that are told them too. */
  readonly otherApps: readonly { readonly id: string; readonly name: string | null }[] | null;
  readonly quality: Quality | null;
  /** What else is wrong with the account or how it was connected, and what to do: the network's own cases. */
  readonly wrong: { readonly says: string; readonly do: string } | null;
}

/** How the network rates what is sent, and how many people a day may be written to first. */
export interface Quality {
  readonly rating: 'green' | 'yellow' | 'red' | null;
  readonly limit: string | null;
  readonly at: Instant;
}

/** What a network said about the account by itself, until it takes it back or an admin has seen to it. */
export interface AccountAlarm {
  readonly event: string;
  readonly detail: string;
  readonly at: Instant;
}

/** Everything that a channel's health is judged by. Times in milliseconds; null = never, or not known. */
export interface HealthFacts {
  readonly connectedAt: Instant;
  /** Whether the network calls a webhook of ours. */
  readonly hasWebhook: boolean;
  /** Whether it asks there for leave before it calls. */
  readonly asksLeave: boolean;
  readonly paused: { readonly reason: string | null; readonly since: Instant } | null;
  /** Until when nothing is sent because the network asked for patience. */
  readonly slowed: { readonly until: Instant; readonly detail: string } | null;
  readonly account: AccountFacts | null;
  /** Since when the channel has its token, and how long such a one lives, where the network does not tell when it ends. */
  readonly tokenAge: { readonly since: Instant; readonly life: number } | null;
  /** When the network was last asked, and since when it could not be. */
  readonly check: { readonly at: Instant | null; readonly failedSince: Instant | null; readonly detail: string | null };
  /** Since when the network could not be told where to call, and why; absent where it was. */
  readonly setUpFailure?: { readonly since: Instant; readonly detail: string } | null;
  /** Since when the line that we hold to it has not been ready, and what it waits for; absent where it is, or there is none. */
  readonly lineDown?: { readonly since: Instant; readonly detail: string | null; readonly needsAdmin: boolean } | null;
  readonly handshakeAt: Instant | null;
  readonly lastEventAt: Instant | null;
  readonly lastSentAt: Instant | null;
  /** `inARow`: since the last POST that was signed right. */
  readonly signatureFailures: { readonly count: number; readonly inARow: number; readonly lastAt: Instant | null };
  /** The channel whose app secret signs what comes by this channel's URL. */
  readonly foreignSecret: { readonly channelId: string; readonly count: number; readonly lastAt: Instant } | null;
  /** The channel by whose URL this one's events come. */
  readonly otherUrl: { readonly channelId: string; readonly count: number; readonly lastAt: Instant; readonly swapped: boolean } | null;
  readonly queue: { readonly waiting: number; readonly oldestAt: Instant | null; readonly alarmAfter: number | null };
  readonly quality: Quality | null;
  readonly silence: Silence | null;
  /** What was heard in the last day about messages that the desk does not know. */
  readonly gaps: { readonly statuses: number; readonly replies: number; readonly lastAt: Instant | null };
  readonly alarms: readonly AccountAlarm[];
}

/** How telling the network where to call went last. */
export interface SetUp {
  /** Of the configuration and the address that it was told. */
  readonly mark: string;
  readonly at: Instant;
  readonly failure: { readonly since: Instant; readonly detail: string } | null;
}

/** What is known of a channel and stands in no other place. */
export interface HealthKnown {
  readonly account: AccountFacts | null;
  /** Since when the network can't be asked. */
  readonly failure: { readonly since: Instant; readonly detail: string } | null;
  readonly quality: Quality | null;
  readonly alarms: readonly AccountAlarm[];
  readonly hours: Hours;
  /** How many signatures had failed when one was last right. */
  readonly failedBefore: number;
  /** When the network was last to be asked, and under which configuration. */
  readonly asked: { readonly at: Instant; readonly mark: string } | null;
  /** Since when it has the token that it has. */
  readonly token: { readonly since: Instant; readonly mark: string } | null;
  /** Absent where no network is told, or none has been yet. */
  readonly setUp?: SetUp | null;
}

export const NOTHING_KNOWN: HealthKnown = {
  account: null,
  failure: null,
  quality: null,
  alarms: [],
  hours: NO_HOURS,
  failedBefore: 0,
  asked: null,
  token: null,
};
