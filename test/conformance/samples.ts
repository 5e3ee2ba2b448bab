import { createHmac } from 'node:crypto';
import type { ChannelConfig, ChannelKind, DoorCall, HeardSource, Outbound, Outside } from '../../src/ports/channel';
import type { Recorded } from '../channels/support/heard';
import { type Aside, aProvider, type Behaviour, type Provider } from '../channels/support/provider';
import type { End, Expected } from './ends';

export type Headers = Readonly<Record<string, string | undefined>>;

/** What a channel brings along to show that it keeps the promises of the port. What is not said is as with Meta. */
export interface Samples {
  readonly config: ChannelConfig;
  /** Why the network names no account by which an event could be sent to its channel. */
  readonly accountless?: string;
  readonly hearing?: HearingSamples;
  readonly trust?: TrustSamples;
  readonly door?: DoorSamples;
  readonly line?: LineSamples;
  /** Names for people, with the first key of each; and words that are none. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly nobodies: readonly string[];
  readonly message: Outbound;
  /** What the provider answers when it takes the message, and the id in it. */
  readonly accepted: { readonly body: unknown; readonly id: string };
  /** The same for a file that is handed over before its message. */
  readonly uploaded?: { readonly body: unknown; readonly id: string };
  /** How a file travels where none is handed over before: its bytes in the request, as they are or in base64, or a link. */
  readonly files?: 'bytes' | 'link';
  /** What is asked beside the message itself: a token, where a file lies. */
  readonly aside?: Aside;
  /** A message that can be quoted, as the network names one. */
  readonly quotable?: string;
  /** A network that is no HTTP server: something that behaves so, and keeps what it is told. */
  readonly provider?: (behaviour: Behaviour, timeout?: number) => Promise<Provider>;
  /** Why there is nobody at the other end: the desk is the network itself, so that nothing fails on the way. */
  readonly itself?: string;
  /** It knows a message that it was told before, so that whatever may have gone is told again. */
  readonly knowsRepeats?: true;
  /** Ends of a send that differ from the table's, or can't happen, each with the reason. */
  readonly ends?: Partial<Record<End, Expected>>;
  /** What is answered to a reaction, a mark of reading, a sign of typing. */
  readonly done?: unknown;
  /** How it says no with the words of whoever asked in it. */
  readonly refusal?: (words: string) => Extract<Behaviour, object>;
  /** How it says that it will not do such a thing. */
  readonly no?: Extract<Behaviour, object>;
  readonly checking?: CheckSamples;
  /** Where the file of a `fetchMedia` lies; the link of the provider, if not said. */
  readonly source?: (outside: Outside) => HeardSource;
}

export interface HearingSamples {
  /** Recorded events, each readable as a whole. */
  readonly recorded: Recorded;
  /** Two messages of customers, and how to put several into one telling; a network that tells one at a time has no `together`. */
  readonly neighbours: readonly [unknown, unknown];
  readonly together?: (bodies: readonly unknown[]) => unknown;
  /** Who wrote the first neighbour, as an agent would name them; where chats can be begun. */
  readonly writer?: string;
  /** Two messages that the network gives the same number, from two people or in two chats; where its numbers can meet. */
  readonly twins?: readonly [unknown, unknown];
  /** Kinds of event of which nobody has heard yet. */
  readonly unknown: readonly unknown[];
  /** What the network tells of a message with this id that the business sent; where it tells. */
  readonly echo?: (id: string) => unknown;
}

export interface TrustSamples {
  /** The headers by which the network shows who it is; `now` in milliseconds. */
  readonly sign: (raw: Buffer, secret: string, now: number) => Headers;
  /** Three secrets of the network's form. */
  readonly secrets?: readonly [current: string, former: string, strangers: string];
  /** Why changed bytes are believed as well. */
  readonly bytesUnsigned?: string;
}

export interface DoorSamples {
  /** A call of the network for the channel of `config`, and what it is believed by. */
  call(): Promise<{ readonly call: DoorCall; readonly outside: Outside; close(): Promise<void> }>;
  /** The same call with another proof, or none: by name. */
  readonly strangers: Readonly<Record<string, (call: DoorCall) => DoorCall | Promise<DoorCall>>>;
}

export interface LineSamples {
  /** A configuration with which a line is wanted, if that is not always so. */
  readonly config?: ChannelConfig;
  /** The network at the other end, and a kind whose line leads there if not the kind itself. */
  network(): Promise<LineNetwork>;
}

export interface LineNetwork {
  readonly outside: Outside;
  readonly kind?: ChannelKind;
  /** A customer writes this. */
  says(text: string): void | Promise<void>;
  /** How much of the line is there: connections, clients, questions that wait. */
  running(): number;
  close(): Promise<void>;
}

export interface CheckSamples {
  /** What is answered when all is well; an empty object, if not said. */
  readonly well?: unknown;
  /** How it says that the token is none (any more). */
  readonly expired?: (token: string) => Extract<Behaviour, object>;
  /** Answers that can't happen, or mean something else: why. */
  readonly except?: Readonly<Record<string, string>>;
}

/** How Meta signs. */
export const metaSigns: TrustSamples['sign'] = (raw, secret) => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`,
});

export const metaRefuses = (words: string): Extract<Behaviour, object> => ({
  status: 400,
  body: { error: { message: `Malformed access token in ${words}`, code: 190, error_subcode: 463 } },
});

export const metaSaysNo: Extract<Behaviour, object> = { status: 400, body: { error: { message: 'No' } } };

export const providerOf =
  ({ provider, aside }: Samples) =>
  (behaviour: Behaviour, timeout?: number): Promise<Provider> =>
    provider ? provider(behaviour, timeout) : aProvider(behaviour, timeout, aside);

/** Of a channel's configuration what nobody may read, and the network knows; what only signs is never told to it. */
export const secretsOf = ({ config, webhook }: ChannelKind, { config: values }: Samples): string[] =>
  config.flatMap(({ name, secret }) => (secret && name !== webhook?.secret && values[name] ? [values[name]] : []));

/** A promise of the port that a network can't be held to: said by name, with the reason. */
export function itCannot(name: string, because: string): void {
  it(`${name} – can't be: ${because}`, () => expect(because).toMatch(/\w+ \w+ \w+/));
}
