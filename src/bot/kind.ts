import type { ActivityHandler } from 'botbuilder';
import type { FieldError } from '../domain/errors';

/** A kind of bot: a folder beside this file and a line in `index.ts`. Only what `open` reaches may load botbuilder. */
export interface BotKind {
  /** Everything wrong with a configuration, by path from `config`. */
  check(config: unknown): FieldError[];
  /** The bot of a configuration that `check` has passed; it may serve many turns, and keeps nothing from one to the next. */
  open(config: Readonly<Record<string, unknown>>): ActivityHandler;
}
