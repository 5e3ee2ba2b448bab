import type { Gathered, Spans } from './kept';

const SPANS = ['total', 'handle', 'waiting', 'idle'] as const satisfies readonly (keyof Spans)[];
const NONE: Spans = { total: 0, handle: 0, waiting: 0, idle: 0 };
export const NOTHING: Gathered = { plain: NONE, worked: NONE };

/** Whole seconds: the one place where a duration loses its rest. */
export const seconds = (ms: number): number => Math.floor(ms / 1000);

const each = (value: (name: keyof Spans) => number): Spans =>
  Object.fromEntries(SPANS.map((name) => [name, value(name)])) as unknown as Spans;
export const sum = (a: Spans, b: Spans): Spans => each((name) => a[name] + b[name]);
export const inSeconds = (spans: Spans): Spans => each((name) => seconds(spans[name]));
