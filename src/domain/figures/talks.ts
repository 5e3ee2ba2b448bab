import type { BotTalk } from './kept';
import type { Moved, Trace } from './trace';

/** A talk ends when the bot has not answered for so long. */
export const TALK_LASTS = 24 * 60 * 60_000;

/** Whether this trace has to do with a talk with the bot: the bot answers, or a ticket opens in its chat. */
export const isOfTalk = (trace: Trace): boolean => answersIn(trace) > 0 || openingIn(trace) !== undefined;

/**
 * The talks that these traces begin, go on with or end, with what each of them is from then on. `known`: the newest of each
 * chat. The last words of a hand-off are an answer, too.
 */
export function talksAfter(known: readonly BotTalk[], traces: readonly Trace[]): BotTalk[] {
  const newest = new Map(known.map((talk) => [talk.chatId, talk]));
  const touched = new Map<string, BotTalk>();
  for (const trace of traces) {
    const running = stillRuns(newest.get(trace.chatId), trace);
    const talk = ended(answered(running, trace), trace);
    if (!talk || talk === running) continue;
    newest.set(talk.chatId, talk);
    touched.set(talk.id, talk);
  }
  return [...touched.values()];
}

const stillRuns = (talk: BotTalk | undefined, { at }: Trace): BotTalk | undefined =>
  talk && talk.endedAt === null && at - talk.lastAt < TALK_LASTS ? talk : undefined;

function answered(talk: BotTalk | undefined, trace: Trace): BotTalk | undefined {
  const { id, chatId, channelId, at } = trace;
  const answers = answersIn(trace);
  if (answers === 0) return talk;
  const begun = talk ?? { id, chatId, channelId, startedAt: at, lastAt: at, answers: 0, ticketId: null, endedAt: null, cause: null };
  return { ...begun, lastAt: Math.max(begun.lastAt, at), answers: begun.answers + answers };
}

function ended(talk: BotTalk | undefined, trace: Trace): BotTalk | undefined {
  const opening = openingIn(trace);
  return talk && opening ? { ...talk, ticketId: trace.ticketId, endedAt: trace.at, cause: opening.cause } : talk;
}

const answersIn = ({ did }: Trace): number =>
  (did.said ?? []).reduce((times, { author, direction, times: more }) => times + (author === 'bot' && direction === 'out' ? more : 0), 0);

const openingIn = ({ did }: Trace): Moved | undefined => did.moved?.find(({ from }) => from === null || from === 'closed');
