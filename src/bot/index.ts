import { type Bots, BotTooSlow } from '../ports/bots';
import type { BotKind } from './kind';
import { rules } from './rules';

const KINDS: Readonly<Record<string, BotKind>> = { rules };

/** The bots that can be set up. botbuilder takes a third of a second to load: that waits for the first turn. */
export function openBots(): Bots {
  return {
    kinds: Object.keys(KINDS),
    check: (kind, config) => KINDS[kind]?.check(config) ?? [{ path: 'kind', message: `expected one of ${Object.keys(KINDS).join(', ')}` }],
    async answer(bot, asked, { within }) {
      const kind = KINDS[bot.kind];
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
