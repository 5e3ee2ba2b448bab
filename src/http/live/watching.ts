import { fieldErrors } from '../field-errors';
import { cleaned } from './cleaned';
import type { Viewer } from './viewers';
import { WatchBody, watchOf } from './watch';

/** Narrows what a socket hears, in place of what it asked before. What is not as expected changes nothing. */
export function answerWatch(viewer: Viewer, asked: unknown, answer: unknown): void {
  const reply = typeof answer === 'function' ? answer : () => undefined;
  const { success, data, error } = WatchBody.safeParse(cleaned(asked));
  if (!success) return void reply({ ok: false, code: 'invalid', errors: error.issues.flatMap(fieldErrors) });
  viewer.watch = watchOf(data, viewer.person.id);
  viewer.counts = null;
  reply({ ok: true });
}
