import type { BotKind } from '../kind';
import type { RulesBot } from './bot';
import { checkRules, type RulesConfig } from './config';

/** A bot that answers by a list of rules: docs/bots.md. */
export const rules: BotKind = {
  check: checkRules,
  open: (config) => {
    const loaded: { RulesBot: typeof RulesBot } = require('./bot');
    return new loaded.RulesBot(config as unknown as RulesConfig);
  },
};
