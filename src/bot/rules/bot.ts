import { ActivityHandler, type TurnContext } from 'botbuilder';
import { activityOf, handoffActivity } from '../activities';
import { askedIn, remember } from '../memory';
import type { RulesConfig } from './config';
import { decide } from './decide';
import { readRules } from './match';

/** Says what the rules decide. */
export class RulesBot extends ActivityHandler {
  constructor(config: RulesConfig) {
    super();
    const rules = readRules(config);
    this.onMessage(async (context, next) => {
      await answer(config, rules, context);
      await next();
    });
  }
}

async function answer(config: RulesConfig, rules: ReturnType<typeof readRules>, context: TurnContext): Promise<void> {
  const { says, handoff, ...memory } = await decide(config, rules, askedIn(context));
  for (const content of says) await context.sendActivity(activityOf(content));
  if (handoff) await context.sendActivity(handoffActivity(handoff));
  remember(context, memory);
}
