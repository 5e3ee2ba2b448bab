import type { Field } from './query';

/** The list with one field a place up or down among those of its kind. */
export function shifted(fields: readonly Field[], key: string, by: 1 | -1): readonly Field[] {
  const field = fields.find((one) => one.key === key);
  const alike = fields.filter((one) => one.of === field?.of);
  const other = alike[alike.findIndex((one) => one.key === key) + by];
  if (!field || !other) return fields;
  return fields.map((one) => (one === field ? other : one === other ? field : one));
}

/** One choice a line, each once. */
export const choicesIn = (text: string): string[] =>
  [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
