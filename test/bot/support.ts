import { openBots } from '../../src/bot';
import type { RulesConfig, When } from '../../src/bot/rules/config';
import type { Content } from '../../src/domain/content';
import type { BotAsked, BotSaid } from '../../src/ports/bots';

export const text = (said: string): Content => ({ type: 'text', text: said });
export const tap = (id: string, title = 'a title'): Content => ({ type: 'button_reply', id, title });
export const photo = (caption?: string): Content => ({
  type: 'image',
  mediaId: 'm',
  mime: 'image/jpeg',
  bytes: 1,
  state: 'ready',
  caption,
});

export const rule = (when: When, reply: string, then: 'stay' | 'handoff' = 'stay', teamId?: string | null) => ({
  when,
  reply: reply === '' ? [] : [text(reply)],
  then,
  ...(teamId === undefined ? {} : { teamId }),
});
export const fallback = (reply: string, handoffAfter: number) => ({ reply: [text(reply)], handoffAfter });

export function asked(said: readonly (string | Content)[], over: Partial<BotAsked> = {}): BotAsked {
  const messages = said.map((one, at) => ({ id: `m${at}`, content: typeof one === 'string' ? text(one) : one }));
  return { chatId: 'chat', turn: 7, messages, welcomed: false, misses: 0, ...over };
}

const bots = openBots();

/** One turn of a rules bot. */
export function turnOf(config: RulesConfig, said: readonly (string | Content)[], over: Partial<BotAsked> = {}): Promise<BotSaid> {
  const bot = { id: 'b1', name: 'Bot', kind: 'rules', config: config as unknown as Record<string, unknown> };
  return bots.answer(bot, asked(said, over), { within: 10_000 });
}

export const wordsSaid = ({ says }: BotSaid) => says.map((content) => ('text' in content ? content.text : content.type));
