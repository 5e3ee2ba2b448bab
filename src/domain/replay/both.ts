import type { Instant } from '../ticket';
import { differSince, recorded } from './compare';
import type { ChatRecord, Course, Rules, Staff } from './record';
import { replayChat } from './replay';

interface Ways {
  readonly staff: Staff;
  /** The rules as they were, and as they would have been. */
  readonly rules: Rules;
  readonly otherwise: Rules;
  readonly until: Instant;
  readonly usualWait: number;
}

export interface Both {
  readonly before: Course;
  readonly after: Course;
  /** The rules of then do not lead to what is on record: it counts as it was, on both sides. */
  readonly unclear: boolean;
}

/** A chat under the rules of then and under others, in as many steps as it takes. */
export function* bothWays(record: ChatRecord, { staff, rules, otherwise, until, usualWait }: Ways): Generator<void, Both> {
  const before = yield* replayChat({ record, rules, staff }, { until, free: null });
  const was = recorded(record.events, until);
  if (differSince(before.events, was.events) !== null) return { before: was, after: was, unclear: true };
  const free = { blind: before.blind, queuedAt: before.queuedAt, usualWait };
  return { before, after: yield* replayChat({ record, rules: otherwise, staff }, { until, free }), unclear: false };
}
