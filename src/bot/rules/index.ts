import type { BotKind } from '../kind';
import { checkRules, type RulesConfig } from './config';

/** A bot that answers by a list of rules: docs/bots.md. */
export const rules: BotKind = {
  check: checkRules,
  open: (config) => {
    const { RulesBot } = require('./bot') as typeof import('./bot');
    return new RulesBot(config as unknown as RulesConfig);
  },
};
