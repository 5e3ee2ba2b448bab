import type { Content } from '../../domain/content';
import { clean } from '../../domain/text';
import { type BotSaid, BotTooSlow } from '../../ports/bots';
import type { Desk } from '../desk';
import { liveBot } from './bots';

/** Somebody waits for the answer. */
const WITHIN = 10_000;

export interface Tried extends Pick<BotSaid, 'says' | 'handoff' | 'matched'> {
  /** A bot that fails in a chat three times leaves the customer to a person. */
  readonly failed: { readonly reason: 'threw' | 'too_slow'; readonly detail: string } | null;
}

/** What a bot would say to the first message of a closed chat. Nothing is stored or sent. */
export async function tryBot(
  desk: Desk,
  { botId, ...said }: { readonly botId: string } & ({ readonly text: string } | { readonly payload: string }),
): Promise<Tried> {
  const bot = liveBot(await desk.house.refresh(), botId);
  const messages = [{ id: 'try', content: contentOf(said) }];
  try {
    const asked = { chatId: 'try', turn: 0, messages, welcomed: false, misses: 0 };
    const { says, handoff, matched } = await desk.bots.answer(bot, asked, { within: WITHIN });
    return { says, handoff, matched, failed: null };
  } catch (error) {
    const reason = error instanceof BotTooSlow ? 'too_slow' : 'threw';
    return { says: [], handoff: null, matched: [], failed: { reason, detail: error instanceof Error ? error.message : String(error) } };
  }
}

/** A tap on a button is known by its id; nobody knows what its title was. */
const contentOf = (said: { readonly text: string } | { readonly payload: string }): Content =>
  'text' in said ? { type: 'text', text: clean(said.text) } : { type: 'button_reply', id: clean(said.payload), title: '' };
