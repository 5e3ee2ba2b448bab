import { type Bots, BotTooSlow } from '../ports/bots';
import type { BotKind } from './kind';
import { rules } from './rules';

const KINDS: ReadonlyMap<string, BotKind> = new Map([['rules', rules]]);
const NAMES = [...KINDS.keys()];

/** The bots that can be set up. botbuilder takes a third of a second to load: that waits for the first turn. */
export function openBots(): Bots {
  return {
    kinds: NAMES,
    check: (kind, config) => KINDS.get(kind)?.check(config) ?? [{ path: 'kind', message: `expected one of ${NAMES.join(', ')}` }],
    async answer(bot, asked, { within }) {
      const kind = KINDS.get(bot.kind);
      if (!kind) throw new Error(`no bot kind ${bot.kind}`);
      const { takeTurn } = require('./turn') as typeof import('./turn');
      return inTime(takeTurn(bot, kind.open(bot.config), asked), within);
    },
  };
}

async function inTime<T>(work: Promise<T>, within: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BotTooSlow(within)), within);
    timer.unref();
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
