import { give } from '../../../src/domain/assignment';
import { type AtTurn, answered, type BotState, beginTurn, botStateOf, endTurn, leavesAlone, silenced } from '../../../src/domain/bot';
import type { Chat } from '../../../src/domain/chat';
import { chatAfter, customerReplied } from '../../../src/domain/conversation';
import { type Actor, CUSTOMER, SYSTEM } from '../../../src/domain/events';
import type { Message } from '../../../src/domain/message';
import { openTicket } from '../../../src/domain/opening';
import { policyOf } from '../../../src/domain/policy';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { isOpen, type Ticket } from '../../../src/domain/ticket';
import { move, type Step } from '../../../src/domain/transitions';
import type { Dice } from '../../proof/support/dice';

const BOT = 'bot-1';
const ADMIN: Actor = { kind: 'admin', id: 'ada', name: 'Ada' };
const POLICY = policyOf(DEFAULT_SETTINGS, {}, 1);

type Said = Pick<Message, 'seq' | 'author' | 'heardAt'> & {
  ticketId: string | null;
  delivery: { readonly status: 'queued' | 'sent' | 'failed' };
  /** Which of the bot's turns said it. */
  turnNumber: number;
};
interface Asked {
  readonly turn: number;
  readonly attempts: number;
  readonly beganAt: number | null;
}
interface Send {
  readonly said: Said;
  readonly turn: number | null;
  /** How often a person had come when it was stored. */
  readonly persons: number;
}

/**
 * One chat, its tickets and its bot, moved by the domain's own functions. Each step is what one transaction does;
 * whatever may happen between two transactions happens there by the dice.
 */
export function botModel(dice: Dice) {
  let chat = { ...NEW_CHAT } as Chat;
  let ticket: Ticket | null = null;
  let at = 1_000_000;
  let botId: string | null = BOT;
  let persons = 0;
  const messages: Said[] = [];
  const turns: Asked[] = [];
  const sends: Send[] = [];
  const answeredSeqs = new Set<number>();
  const counts = { dropped: 0, records: 0, spoken: 0, left: 0, failed: 0, handedOff: 0, refused: 0 };
  const broken: string[] = [];
  let thinking: { readonly asked: Asked; readonly messages: readonly Message[]; readonly state: BotState } | null = null;

  const open = () => (ticket && isOpen(ticket) ? ticket : null);
  const now = (): AtTurn => ({ chat, open: open(), botId, at });
  const apply = ({ ticket: after, events }: Step): void => {
    chat = events.reduce((one, event) => chatAfter(one, after, event), chat);
    ticket = after;
    // A ticket that opens, or opens again, takes along what was said since the last close.
    if (events.some(({ type, status }) => type === 'created' || status?.from === 'closed'))
      for (const one of messages) if (one.ticketId === null && one.seq > chat.lastClosedSeq) one.ticketId = after.id;
  };
  const say = (kind: Said['author']['kind']): Said => {
    chat = { ...chat, seq: chat.seq + 1, ...(kind === 'customer' ? { lastCustomerSeq: chat.seq + 1 } : {}) };
    const said: Said = {
      seq: chat.seq,
      author: { kind, id: null, name: null },
      heardAt: at,
      ticketId: open()?.id ?? null,
      delivery: { status: 'queued' },
      turnNumber: counts.spoken,
    };
    messages.push(said);
    return said;
  };
  const openNew = (status: 'pending' | 'proactive', actor: Actor): void => {
    const id = `t${chat.turn}`;
    apply(openTicket({ id, number: 1, chat, status, cause: 'test', actor, at, ...(status === 'proactive' ? { assigneeId: 'ana' } : {}) }));
  };
  const person = (): void => {
    persons += 1;
    chat = { ...chat, turn: chat.turn + 1 };
  };
  const silence = (): void => {
    if (ticket === null) broken.push('a silence without a ticket');
    counts.records += 1;
  };
  const failed = (): void => {
    counts.failed += 1;
    openNew('pending', SYSTEM);
  };

  const steps = {
    customerWrites() {
      say('customer');
      const ticketNow = open();
      if (ticketNow) return apply(customerReplied(ticketNow, { at, policy: POLICY, assigneeOnline: dice.next() < 0.5 }));
      if (botId === null) return openNew('pending', CUSTOMER);
      const state = botStateOf(chat, at);
      if (state.waiting) return;
      chat = { ...chat, bot: { ...state, waiting: true } };
      turns.push({ turn: chat.turn, attempts: 0, beganAt: null });
    },
    turnBegins() {
      const [asked] = turns;
      if (!asked || thinking) return;
      const said = messages.filter(({ ticketId, seq }) => ticketId === null && seq > chat.lastClosedSeq) as unknown as Message[];
      const beginning = beginTurn(now(), asked, { said, blocked: false });
      if (beginning.verdict !== 'ask') turns.shift();
      if (beginning.verdict === 'silence') return silence();
      if (beginning.verdict === 'fail') return failed();
      if (beginning.verdict !== 'ask') return;
      const begun = { ...asked, attempts: asked.attempts + 1, beganAt: asked.beganAt ?? at };
      turns[0] = begun;
      chat = { ...chat, bot: beginning.state };
      thinking = { asked: begun, messages: beginning.messages, state: beginning.state };
    },
    turnEnds() {
      if (!thinking) return;
      const { asked, messages: heard, state } = thinking;
      thinking = null;
      const how = dice.below(10);
      const end = how === 0 ? ('threw' as const) : how === 1 ? ('too_slow' as const) : { turn: asked.turn };
      const ending = endTurn(now(), { ...asked, asked: BOT }, end);
      if (ending.verdict === 'again') return;
      turns.shift();
      if (ending.verdict === 'silence') return silence();
      if (ending.verdict === 'fail') return failed();
      speak(heard, state, asked.turn, how === 2 || how === 3);
    },
    deskDies() {
      thinking = null;
    },
    sends() {
      const send = sends.shift();
      if (!send) return;
      if (send.turn !== null && silenced(chat, open(), send.turn)) {
        counts.dropped += 1;
        return silence();
      }
      counts.left += 1;
      send.said.delivery = { status: 'sent' };
      if (send.turn !== null && (persons !== send.persons || open())) broken.push('a bot message left after a person had come');
      if (dice.below(4) === 0) refuse(send.said);
    },
    receiptFails() {
      const sent = messages.filter(({ author, delivery }) => author.kind === 'bot' && delivery.status === 'sent');
      if (sent.length > 0) refuse(dice.pick(sent));
    },
    agentBegins() {
      if (open()) return;
      openNew('proactive', ADMIN);
      persons += 1;
      say('agent');
    },
    agentWrites() {
      if (!open()) return;
      say('agent');
      person();
    },
    agentTakes() {
      const ticketNow = open();
      if (ticketNow?.status !== 'pending') return;
      persons += 1;
      apply(give(ticketNow, { agentId: 'ana', actor: ADMIN, at, policy: POLICY }));
    },
    appAnswers() {
      say('channel_app');
      person();
      if (!open()) openNew('pending', { kind: 'channel_app', id: null, name: null });
    },
    closes() {
      const ticketNow = open();
      if (ticketNow) apply(move(ticketNow, { cause: 'closed_by_person', actor: ADMIN, at }));
    },
    reopens() {
      if (open() || !ticket) return;
      persons += 1;
      apply(move(ticket, { cause: 'reopened', actor: ADMIN, at, lastAssigneeOnline: false }));
    },
    switches() {
      botId = botId === null ? BOT : null;
    },
    timePasses() {
      at += dice.pick([10, 1_000, 30_000, 61_000, 25 * 3_600_000]);
    },
  };

  function refuse(message: Said): void {
    message.delivery = { status: 'failed' };
    const said = messages.filter(({ ticketId, seq }) => ticketId === null && seq > chat.lastClosedSeq) as unknown as Message[];
    if (!leavesAlone(now(), message as unknown as Message, said)) return;
    counts.refused += 1;
    failed();
  }

  function speak(heard: readonly Message[], state: BotState, turn: number, handsOff: boolean): void {
    if (open()) broken.push('a bot message stored into an open chat');
    for (let n = dice.below(4); n > 0; n--) sends.push({ said: say('bot'), turn: handsOff ? null : turn, persons });
    counts.spoken += 1;
    const misses = handsOff ? 0 : state.misses + dice.below(2);
    chat = { ...chat, bot: answered(chat, { answeredSeq: heard.at(-1)?.seq ?? 0, welcomed: true, misses }, at) };
    for (const { seq } of heard) answeredSeqs.add(seq);
    if (!handsOff) return;
    counts.handedOff += 1;
    openNew('pending', SYSTEM);
  }

  return {
    steps,
    counts,
    /** Lets everything that waits come to its end, and answers what is wrong then. */
    rest(): string[] {
      while (turns.length > 0 || sends.length > 0 || thinking) {
        steps.turnBegins();
        steps.turnEnds();
        steps.sends();
      }
      const forgotten = messages.filter(
        ({ author, ticketId, seq }) => author.kind === 'customer' && ticketId === null && !answeredSeqs.has(seq),
      );
      if (forgotten.length > 0) broken.push(`customer messages ${forgotten.map(({ seq }) => seq)} have neither a ticket nor a turn`);
      const isReached = ({ turnNumber }: Said) =>
        messages.some((later) => later.author.kind === 'bot' && later.turnNumber > turnNumber && later.delivery.status !== 'failed');
      const alone = messages.filter((one) => one.author.kind === 'bot' && one.delivery.status === 'failed' && one.ticketId === null);
      if (!alone.every(isReached)) broken.push('a refused bot message left its customer alone');
      if (counts.dropped > counts.records) broken.push('a silence without its record');
      return broken;
    },
  };
}

const NEW_CHAT: Partial<Chat> = {
  id: 'chat',
  channelId: 'channel',
  contactId: 'contact',
  seq: 0,
  rev: 0,
  turn: 0,
  lastCustomerSeq: 0,
  lastTicketId: null,
  lastClosedAt: null,
  lastClosedSeq: 0,
  lastAssigneeId: null,
  bot: null,
};
