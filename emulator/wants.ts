import { lengthOf, textOf } from './json';
import { refuse } from './refusals';

export function missing(name: string): never {
  return refuse('required', `Parameter ${name} is required.`);
}

/** Throws when a text is longer than it may be, or is not there though it must. */
export function within(value: unknown, name: string, { min = 0, max }: { min?: number; max: number }): void {
  const text = textOf(value);
  if (min > 0 && text === '') missing(name);
  if (text !== '' && text.trim() === '') refuse('value', `${name} must hold more than white space.`);
  if (lengthOf(text) > max) refuse('value', `${name} length invalid. Min length: ${min}, Max length: ${max}`);
}
