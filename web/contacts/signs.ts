import type { DuplicateJson } from '../../src/http/schemas/contact';
import { phoneText } from '../ticket/person';

type Signs = DuplicateJson['signs'];
type Words = Readonly<Record<Signs[number]['kind'], (value: string) => string>>;

/** Why two may be one person, in one sentence that begins with a capital. */
export function signsText(signs: Signs, words: Words): string {
  const said = signs.map(({ kind, value }) => words[kind](isolated(phoneText(value)))).join(', ');
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

/** What has a direction of its own leaves that of the sentence alone. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
