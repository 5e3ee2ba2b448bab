import type { Bot } from '../domain/bot';
import type { Content } from '../domain/content';
import type { FieldError } from '../domain/errors';

/** One turn: everything that the customer has written since the bot's last answer, in order. */
export interface BotAsked {
  readonly chatId: string;
  /** The chat's turn; the answer hands it back. */
  readonly turn: number;
  readonly messages: readonly { readonly id: string; readonly content: Content }[];
  /** Whether its welcome has been said since the last close. */
  readonly welcomed: boolean;
  /** Turns in a row before this one that nothing matched. */
  readonly misses: number;
}

export interface BotSaid {
  readonly turn: number;
  /** In order; none is an answer too. */
  readonly says: readonly Content[];
  /** A person is needed; what it says goes out as the last words. */
  readonly handoff: { readonly teamId: string | null } | null;
  readonly welcomed: boolean;
  readonly misses: number;
  /** What decided, for the record: the rules that matched, counted from 0, or `fallback`; never anybody's words. */
  readonly matched: readonly (number | 'fallback')[];
}

/** The bots that can be set up. `bot/` answers; it reaches no network and no database. */
export interface Bots {
  readonly kinds: readonly string[];
  /** Everything wrong with a configuration, by path (`config.rules.0.when.pattern`). */
  check(kind: string, config: unknown): FieldError[];
  /** Rejects with whatever the bot throws, and with `BotTooSlow` when the turn has not ended within `within` milliseconds. */
  answer(bot: Pick<Bot, 'id' | 'name' | 'kind' | 'config'>, asked: BotAsked, limits: { readonly within: number }): Promise<BotSaid>;
}

export class BotTooSlow extends Error {
  constructor(within: number) {
    super(`the turn had not ended after ${within} ms`);
    this.name = 'BotTooSlow';
  }
}
