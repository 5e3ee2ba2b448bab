import { transact } from '../../src/actions/transact';
import type { Bot } from '../../src/domain/bot';
import type { Content } from '../../src/domain/content';
import type { BotAsked, BotSaid, Bots } from '../../src/ports/bots';
import type { TestDesk } from './desk';

type Answer = (asked: BotAsked) => Partial<BotSaid> | Promise<Partial<BotSaid>>;

/** A bot whose answers the test decides: `says` until told otherwise. What it was asked is in `asked`. */
export function scriptedBots(first: Answer = () => ({ says: words('I am a bot') })) {
  const asked: BotAsked[] = [];
  let answer = first;
  const bots: Bots = {
    kinds: ['rules'],
    check: () => [],
    async answer(_bot, one) {
      asked.push(one);
      return { turn: one.turn, says: [], handoff: null, welcomed: one.welcomed, misses: 0, matched: [], ...(await answer(one)) };
    },
  };
  return {
    bots,
    asked,
    next(given: Answer) {
      answer = given;
    },
    /** What it was asked, in words, a list for each turn. */
    heard: () => asked.map(({ messages }) => messages.map(({ content }) => (content.type === 'text' ? content.text : content.type))),
  };
}

export const words = (...texts: readonly string[]): Content[] => texts.map((text) => ({ type: 'text', text }));

/** A bot on the desk's WhatsApp channel, or on another, or none any more. */
export async function switchBot(house: TestDesk, on: boolean, channelId = house.whatsapp.id): Promise<void> {
  await transact(house.desk, async (tx, { at }) => {
    const { bots, channels } = await tx.house();
    if (!bots.some(({ id }) => id === FRONT.id)) await tx.addBot({ ...FRONT, createdAt: at, updatedAt: at });
    const channel = channels.find(({ id }) => id === channelId);
    if (channel) await tx.saveChannel({ ...channel, botId: on ? FRONT.id : null });
  });
  await house.desk.house.refresh();
}

// biome-ignore format: a row is read in columns
const FRONT: Bot = { id: 'bot-front', name: 'Front', kind: 'rules', config: {}, createdAt: 0, updatedAt: 0, deletedAt: null, trialSince: null, version: 1 };

/** The desk with a scripted bot on its WhatsApp channel. */
export async function withBot(house: TestDesk, answer?: Answer) {
  const script = scriptedBots(answer);
  Object.assign(house.desk, { bots: script.bots });
  await switchBot(house, true);
  return script;
}
