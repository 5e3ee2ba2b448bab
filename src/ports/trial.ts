import type { Acting } from '../domain/acts';
import type { Instant } from '../domain/ticket';

/** Where trial channels call, and only they: the twin while it is open. Chosen by the desk, never by configuration. */
export interface TrialLine {
  url: string | null;
}

export const TRIAL_NETWORKS = ['whatsapp', 'instagram'] as const;
export type TrialNetwork = (typeof TRIAL_NETWORKS)[number];

/** The built-in phone: two channels on the twin of their network, a bot, and one customer who has both. */
export interface Trial {
  readonly allowed: boolean;
  state(): Promise<TrialState>;
  /** Begins a trial; answers the present one when there is one. Refuses `trial_not_allowed`. `acting`: who, for the record. */
  start(acting?: Acting): Promise<TrialState>;
  /** Ends it and erases all that it left. Without one, nothing happens. */
  end(acting?: Acting): Promise<void>;
  /** What the phone shows. Refuses `not_found` when no trial is on; so do the following. */
  thread(network: TrialNetwork): PhoneThread;
  say(network: TrialNetwork, text: string): Promise<PhoneMessage>;
  /** Taps a choice of a message; `invalid` when there is nothing like it to tap. */
  tap(network: TrialNetwork, message: string, choice: string): Promise<PhoneMessage>;
  /** Puts an emoji to a message, or takes it back with an empty one. */
  react(network: TrialNetwork, message: string, emoji: string): Promise<PhoneMessage>;
  weather(): Weather;
  setWeather(weather: Weather): Promise<Weather>;
}

export interface TrialState {
  readonly allowed: boolean;
  /** The phone answers. */
  readonly on: boolean;
  readonly since: Instant | null;
  readonly channels: readonly TrialChannel[];
  readonly botId: string | null;
  readonly customer: { readonly name: string; readonly phone: string; readonly username: string };
}

export interface TrialChannel {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly network: TrialNetwork;
  /** How the business is called on the phone. */
  readonly business: string;
}

export interface PhoneThread {
  /** Another one whenever anything of the thread is different. */
  readonly rev: number;
  readonly business: string;
  /** The business is writing. */
  readonly typing: boolean;
  /** Oldest first, the newest 200. */
  readonly messages: readonly PhoneMessage[];
}

export interface PhoneMessage {
  readonly id: string;
  /** As the phone has it: `out` is what the customer wrote, `in` what came from the business. */
  readonly side: 'in' | 'out';
  readonly type: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly title: string; readonly description?: string }[];
  /** What opens a list of choices; null where they stand in the open. */
  readonly button: string | null;
  /** What it answers, in words. */
  readonly quoted: string | null;
  /** Of the customer's own messages: `delivered` when the desk has it, `read` when somebody there has read it. */
  readonly ticks: 'sent' | 'delivered' | 'read' | null;
  readonly at: Instant;
  readonly reactions: { readonly customer: string | null; readonly business: string | null };
  readonly edited: boolean;
  readonly deleted: boolean;
}

/** How often of 10 times; `delay` is the longest wait, in milliseconds. */
export interface Weather {
  readonly duplicate: number;
  readonly reorder: number;
  readonly errors: number;
  readonly delay: number;
}
