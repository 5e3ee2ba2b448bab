import { RE2JS } from 're2js';
import type { FieldError } from '../../domain/errors';
import type { Rule } from './config';

/** Steps that one character may cost: re2js never goes back, but walks every state of the pattern. 1,000 take 0.2 s over a longest message. */
const COSTLIEST = 1000;
const COSTLIEST_TOGETHER = 10_000;

/** The patterns that don't compile, or cost too much: the first of these ends the search, for compiling is work too. */
export function patternErrors(rules: readonly Pick<Rule, 'when'>[]): FieldError[] {
  const wrong: FieldError[] = [];
  let together = 0;
  for (const [at, { when }] of rules.entries()) {
    if (!('pattern' in when)) continue;
    const found = measured(when.pattern);
    together += found.cost;
    const message = found.message ?? tooCostly(found.cost, together);
    if (message) wrong.push({ path: `config.rules.${at}.when.pattern`, message });
    if (together > COSTLIEST_TOGETHER) break;
  }
  return wrong;
}

function measured(pattern: string): { cost: number; message: string | null } {
  try {
    return { cost: RE2JS.compile(pattern).programSize(), message: null };
  } catch (error) {
    return { cost: 0, message: error instanceof Error ? error.message : 'does not compile' };
  }
}

function tooCostly(cost: number, together: number): string | null {
  if (cost > COSTLIEST) return `costs ${cost} steps a character; at most ${COSTLIEST}: repeat less`;
  return together > COSTLIEST_TOGETHER ? `the patterns together cost more than ${COSTLIEST_TOGETHER} steps a character` : null;
}
