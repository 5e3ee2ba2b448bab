import { milliseconds } from '../../../src/domain/duration';
import type { Settings } from '../../../src/domain/settings';

export type Moment = 'answer' | 'idle' | 'reminder' | 'closed' | 'tooOld';

/** One moment of a silent ticket; `after`: milliseconds since the one before. */
export interface Point {
  readonly moment: Moment;
  readonly after: number;
}

type Timers = Pick<Settings['timers'], 'idleAfter' | 'idleCloseAfter' | 'idleReminderBefore' | 'autoCloseAfter'>;

/** What happens to a ticket whose customer says no more after an agent's answer; the last one is a close, or it stays open for ever. */
export function lifeOf({ idleAfter, idleCloseAfter, idleReminderBefore, autoCloseAfter }: Timers): Point[] {
  const tooOld = milliseconds(autoCloseAfter) ?? Number.POSITIVE_INFINITY;
  const idle = milliseconds(idleAfter) ?? Number.POSITIVE_INFINITY;
  const close = idle + (milliseconds(idleCloseAfter) ?? Number.POSITIVE_INFINITY);
  const reminder = close - (milliseconds(idleReminderBefore) ?? Number.NEGATIVE_INFINITY);
  const moments: { moment: Moment; at: number }[] = [
    { moment: 'answer', at: 0 },
    { moment: 'idle', at: idle },
    { moment: 'reminder', at: reminder },
    close <= tooOld ? { moment: 'closed', at: close } : { moment: 'tooOld', at: tooOld },
  ];
  const end = Math.min(close, tooOld);
  const those = moments.filter(({ at, moment }) => Number.isFinite(at) && (at < end || moment === 'closed' || moment === 'tooOld'));
  return those.map(({ moment, at }, place) => ({ moment, after: at - (those[place - 1]?.at ?? 0) }));
}

/** How wide the stretch before a point is drawn beside the others: longer is wider, but a month does not hide ten minutes. */
export const widthOf = (after: number): number => 1 + Math.log10(1 + after / 60_000);
