import type { Bot } from '../../domain/bot';
import { Refusal } from '../../domain/errors';
import { clean, cleanDeep } from '../../domain/text';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeRight } from '../workspace/change-settings';
import { liveBot } from './bots';

type Config = Bot['config'];

interface Update {
  readonly botId: string;
  readonly version?: number;
  readonly name?: string;
  /** Merged by key at every depth; a list takes the place of the former one. */
  readonly config?: Config;
}

/** Changes a bot; its next turn goes by it. `invalid` names every wrong path of what the configuration would be. */
export async function updateBot(desk: Desk, { botId, version, name, config }: Update): Promise<Bot> {
  const updated = await transact(desk, async (tx, { at }) => {
    const bot = liveBot(await tx.house(), botId);
    if (version !== undefined && version !== bot.version)
      throw new Refusal('stale', 'The bot has changed since you read it.', { version: bot.version });
    const merged = config === undefined ? bot.config : merge(bot.config, config);
    mustBeRight(desk.bots.check(bot.kind, merged));
    const changed: Bot = {
      ...bot,
      name: name === undefined ? bot.name : clean(name),
      config: cleanDeep(merged),
      updatedAt: at,
      version: bot.version + 1,
    };
    await tx.saveBot(changed);
    return changed;
  });
  await desk.house.refresh();
  return updated;
}

function merge(before: Config, given: Config): Config {
  const merged = Object.entries(given).map(([name, value]) => {
    const former = before[name];
    return [name, isObject(value) && isObject(former) ? merge(former, value) : value] as const;
  });
  return Object.fromEntries([...Object.entries(before), ...merged]);
}

const isObject = (value: unknown): value is Config => typeof value === 'object' && value !== null && !Array.isArray(value);
