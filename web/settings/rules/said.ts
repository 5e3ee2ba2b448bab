import type { Setting, TemplateName } from '../../../src/domain/settings';
import type { AllWords } from '../../words';
import { sayingIn } from './durations';

/** The words of a setting; one that has none here yet is said as the table of settings says it. */
export function wordsOf({ path, says }: Setting, { rules }: AllWords) {
  return rules.says[path] ?? { name: nameOf(path), on: says, off: says };
}

/** `timers.idleAfter` is "Idle after" until it has a name. */
function nameOf(path: string): string {
  const words = (path.split('.')[1] ?? path).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as a sentence holds it. */
export function valueSaid({ type, path }: Setting, value: unknown, language: string, { rules }: AllWords): string {
  if (value === null) return '';
  if (type === 'duration') return sayingIn(language).inFull(String(value));
  if (type === 'integer') return Number(value).toLocaleString(language);
  if (type === 'template') return (value as TemplateName).name;
  if (type === 'choice') return rules.choices[path]?.[String(value)]?.name ?? String(value);
  return String(value);
}

/** What was there before the change: "was 30 minutes". */
export function wasSaid(setting: Setting, was: unknown, language: string, words: AllWords): string {
  if (was === null || was === false) return words.rules.wasOff;
  if (setting.type === 'boolean' || setting.type === 'text') return '';
  return words.rules.was(valueSaid(setting, was, language, words));
}

/** Why a value can't be saved: in the reader's words where this computer knows, else as the server said it. */
export function wrongSaid(
  { path, type, min = 0, max = 4096 }: Setting,
  wrong: boolean | string,
  value: unknown,
  { rules }: AllWords,
): string {
  if (typeof wrong === 'string') return wrong;
  if (type === 'integer') return rules.wrong.integer(min, max);
  if (type === 'text') return rules.wrong.text(max);
  if (type === 'template') return rules.delivery.chooseTemplate;
  if (type !== 'duration') return rules.wrong.other;
  return path === 'timers.idleReminderBefore' && value !== '' ? rules.wrong.reminder : rules.wrong.duration;
}
