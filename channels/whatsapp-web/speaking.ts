import type { LineGiven, Outbound, SendFailure, Sent } from '../../src/ports/channel';
import { type Json, numberOf } from '../common/json';
import type { WebClient } from './client';
import { compose } from './compose';
import { whoIs } from './identity';
import { pace } from './pace';
import { failure, NO_LINE, problemOf } from './problems';
import { within } from './time';
import { messageIdOf } from './told';

const SECOND = 1000;
const ASKED_WITHIN = 15 * SECOND;
const SAID_WITHIN = 60 * SECOND;
const FILE_WITHIN = 5 * 60 * SECOND;
/** A server takes a message within a second; a phone that is not there makes no difference to that. */
const ACK_WITHIN = 30 * SECOND;
const REMEMBERED = 2000;

export interface Speaking {
  send(message: Outbound): Promise<Sent>;
  /** Sees a receipt before the desk does: our own name of the message, when it is of one that went out here. */
  acked(id: string, ack: number): string | undefined;
  /** Whether it went out here, as far as is known by now. */
  isOurs(id: string): boolean;
  /** Nothing more will be heard of what is under way. */
  lost(): void;
}

interface Waiting {
  readonly settle: (ack: number) => void;
  readonly giveUp: () => void;
}

/** Sends through the client that is ready; `null` while none is. */
export function speaking(given: LineGiven, client: () => WebClient | null): Speaking {
  const waitTurn = pace(given);
  const references = new Map<string, string>();
  const acks = new Map<string, number>();
  const waiting = new Map<string, Waiting>();
  const reachable = new Map<string, string>();
  const remember = <T>(map: Map<string, T>, key: string, value: T): void => {
    map.set(key, value);
    for (const first of map.keys()) if (map.size > REMEMBERED) map.delete(first);
  };

  /** Whether anybody has a number is asked once, before the first message to it: a browser breaks at one that nobody has. */
  const reached = async (chat: string): Promise<string> => {
    const known = reachable.get(chat);
    if (known !== undefined || chat.endsWith('@lid')) return known ?? chat;
    const id = await within(given, ASKED_WITHIN, must(client()).numberId(chat)).catch(() => {
      throw failure('later', 'transient', 'WhatsApp could not be asked whether it knows this number.');
    });
    if (id === null) throw failure('never', 'recipient_invalid', 'Nobody uses WhatsApp with this number.');
    remember(reachable, chat, id);
    return id;
  };

  const took = (id: string, said: number): Promise<void> =>
    within(
      given,
      ACK_WITHIN,
      new Promise<void>((resolve, reject) => {
        const settle = (ack: number): void => {
          if (ack >= 1) resolve();
          else if (ack < 0) reject(failure('never', 'unknown', 'WhatsApp refused the message.'));
        };
        waiting.set(id, {
          settle,
          giveUp: () => reject(failure('unknown', 'ambiguous', 'The line was lost before WhatsApp had said that it took this message.')),
        });
        settle(acks.get(id) ?? said);
      }),
    ).finally(() => waiting.delete(id));

  const say = async (message: Outbound, chat: string): Promise<Json | null> => {
    const saying = { ...(await compose(message)), quotes: quotesOf(message) };
    return within(given, saying.file ? FILE_WITHIN : SAID_WITHIN, must(client()).sendMessage(chat, saying));
  };

  const sendTo = async (message: Outbound, wanted: string): Promise<Sent> => {
    const chat = await reached(wanted);
    await waitTurn(chat);
    const said = await say(message, chat);
    const id = messageIdOf(said?.id)?.id;
    if (id === undefined) throw failure('unknown', 'ambiguous', 'WhatsApp Web did not say what became of this message.');
    remember(references, id, message.reference);
    await took(id, numberOf(said?.ack) ?? 0);
    return { providerMessageId: id, who: whoIs(chat, wanted === chat ? {} : namesOf(wanted)) };
  };

  return {
    async send(message) {
      const [first, other] = chatsOf(message);
      if (first === undefined) throw failure('never', 'recipient_invalid', 'This person has no number.');
      const attempt = (chat: string) => sendTo(message, chat).catch((cause) => Promise.reject(problemOf(cause)));
      return attempt(first).catch((cause: SendFailure) => {
        if (other === undefined || cause.problem.code !== 'recipient_invalid') throw cause;
        return attempt(other);
      });
    },
    acked(id, ack) {
      remember(acks, id, Math.max(ack, acks.get(id) ?? -1));
      waiting.get(id)?.settle(ack);
      return references.get(id);
    },
    isOurs: (id) => references.has(id),
    lost() {
      for (const { giveUp } of waiting.values()) giveUp();
    },
  };
}

const must = (client: WebClient | null): WebClient => {
  if (!client) throw NO_LINE();
  return client;
};

const namesOf = (chat: string) => (chat.endsWith('@lid') ? { lid: chat } : { pn: chat });

/** By the name that they wrote from; should WhatsApp know nobody by it, by the other. */
export function chatsOf({ to }: Pick<Outbound, 'to'>): string[] {
  const byPhone = to.phone ? [`${to.phone.replace(/\D/g, '')}@c.us`] : [];
  const byId = to.id ? [`${to.id}@lid`] : [];
  return to.via === 'id' ? [...byId, ...byPhone] : [...byPhone, ...byId];
}

/** How the browser may call a message: by whose it is, and by which name its chat has there. */
export const serializedOf = (to: Outbound['to'], id: string): string[] =>
  [false, true].flatMap((fromMe) => chatsOf({ to }).map((chat) => `${fromMe}_${chat}_${id}`));

const quotesOf = ({ to, replyTo }: Outbound): string[] => (replyTo === null ? [] : serializedOf(to, replyTo));
