import { RE2JS } from 're2js';
import { type Content, wordsOf } from '../../domain/content';
import { foldedWords } from '../../domain/folded-words';
import type { RulesConfig, When } from './config';

const LOOKED_AT = 4096;

/** A message as the rules see it. */
export interface Said {
  readonly words: string;
  readonly folded: string;
  /** The id of a tapped button, list row or quick reply. */
  readonly payload: string | null;
}

export type Test = (said: Said) => boolean;

/** What a message says to the rules; what the desk itself calls a content it can't read is nobody's words. */
export function saidIn(content: Content): Said {
  const words = content.type === 'unsupported' ? '' : wordsOf(content);
  return { words, folded: foldedWords(words), payload: content.type === 'button_reply' ? content.id : null };
}

const read = new WeakMap<object, readonly Test[]>();

/** The tests of a configuration's rules, made once for each state of it. */
export function readRules(config: RulesConfig): readonly Test[] {
  const tests = read.get(config) ?? config.rules.map(({ when }) => testOf(when));
  read.set(config, tests);
  return tests;
}

function testOf(when: When): Test {
  if ('any' in when) return () => true;
  if ('payload' in when) return ({ payload }) => payload === when.payload;
  if ('pattern' in when) return patternTest(RE2JS.compile(when.pattern));
  const phrases = when.keywords.map(foldedWords);
  return ({ folded }) => phrases.some((phrase) => folded.includes(phrase));
}

const patternTest =
  (pattern: RE2JS): Test =>
  ({ words }) =>
    words !== '' && pattern.matcher(words.slice(0, LOOKED_AT)).find();
