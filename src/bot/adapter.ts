import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Content } from '../domain/content';
import type { BotSaid } from '../ports/bots';
import { contentOf, handoffOf } from './activities';

const MOST = 50;

/** botbuilder's end of one turn: a message in, activities out. Nothing leaves from here; the desk decides what becomes of the words. */
export class TurnAdapter extends BotAdapter {
  readonly said: Content[] = [];
  handoff: BotSaid['handoff'] = null;

  /** Runs the bot on a message. Rejects with what it throws, and when it said too much, also if it took no notice. */
  async run(activity: Partial<Activity>, bot: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), bot);
    this.mustBeShort();
  }

  async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) this.take(activity);
    return activities.map(() => ({ id: String(this.said.length) }));
  }

  private take(activity: Partial<Activity>): void {
    this.mustBeShort();
    const content = contentOf(activity);
    if (content) this.said.push(content);
    this.handoff ??= handoffOf(activity);
    this.mustBeShort();
  }

  /** A bot that talks to itself has no end. */
  private mustBeShort(): void {
    if (this.said.length > MOST) throw new Error(`the bot said more than ${MOST} things in one turn`);
  }

  async updateActivity(): Promise<void> {
    throw new Error('what a bot has said stays as it is');
  }

  async deleteActivity(): Promise<void> {
    throw new Error('what a bot has said stays as it is');
  }

  async continueConversation(): Promise<void> {
    throw new Error('a bot speaks only when it is asked');
  }
}
