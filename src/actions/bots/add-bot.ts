import type { Bot } from '../../domain/bot';
import { clean, cleanDeep } from '../../domain/text';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeRight } from '../workspace/change-settings';

interface NewBot {
  readonly name: string;
  readonly kind: string;
  readonly config: Bot['config'];
}

/** A new bot, which answers nobody until a channel names it. `invalid` names every wrong path of its configuration. */
export async function addBot(desk: Desk, { name, kind, config }: NewBot): Promise<Bot> {
  mustBeRight(desk.bots.check(kind, config));
  const added = await transact(desk, async (tx, { at }) => {
    const bot: Bot = {
      id: desk.newId(),
      name: clean(name),
      kind,
      config: cleanDeep(config),
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      trialSince: null,
      version: 1,
    };
    await tx.addBot(bot);
    return bot;
  });
  await desk.house.refresh();
  return added;
}
