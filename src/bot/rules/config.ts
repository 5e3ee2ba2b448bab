import type { Content } from '../../domain/content';
import type { FieldError } from '../../domain/errors';
import { foldedWords } from '../../domain/folded-words';
import { contents } from '../contents';
import { both, type Check, integer, list, nullable, object, oneOf, oneShapeOf, optional, that, words } from '../shape';
import { patternErrors } from './patterns';

export type When =
  | { readonly any: true }
  | { readonly keywords: readonly string[] }
  | { readonly pattern: string }
  | { readonly payload: string };

export interface Rule {
  readonly when: When;
  readonly reply: readonly Content[];
  readonly then: 'stay' | 'handoff';
  readonly teamId?: string | null;
}

export interface RulesConfig {
  readonly welcome?: readonly Content[] | null;
  readonly rules: readonly Rule[];
  /** The n-th miss in a row hands off; 0 = at once. Without a fallback every miss does. */
  readonly fallback?: { readonly reply: readonly Content[]; readonly handoffAfter: number } | null;
}

const keyword: Check = both(
  words(256),
  that((value) => foldedWords(String(value)) !== '', 'expected at least one letter, digit or emoji'),
);

// biome-ignore format: a table is read in columns
const when = oneShapeOf({
  any:      object({ any:      oneOf(true) }),
  keywords: object({ keywords: list(keyword, 1, 100) }),
  pattern:  object({ pattern:  words(1000) }),
  payload:  object({ payload:  words(256) }),
}, null);

const rule = object({
  when,
  reply: contents,
  then: oneOf('stay', 'handoff'),
  teamId: optional(nullable(words(64))),
});

const shape = object({
  welcome: optional(nullable(contents)),
  rules: list(rule, 0, 200),
  fallback: optional(nullable(object({ reply: contents, handoffAfter: integer(0, 100) }))),
});

/** Everything wrong with a rules bot's configuration. Patterns are compiled only once the rest is right. */
export function checkRules(config: unknown): FieldError[] {
  const wrong = shape(config, 'config');
  return wrong.length > 0 ? wrong : patternErrors((config as RulesConfig).rules);
}
