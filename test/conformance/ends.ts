import type { SendFailure } from '../../src/ports/channel';
import type { Behaviour } from '../channels/support/provider';

type Verdict = SendFailure['verdict'];

/** How a send ends instead, or that it can't end so at all; with the reason. */
export type Expected = { readonly end: Verdict | 'sent' | null; readonly because: string };

/** Whether it may have gone is known of each of these ways to fail. */
// biome-ignore format: a table is read in columns
const ENDS = {
  'took it but gave no id':        [{ status: 200, body: {} },                             'unknown'],
  'took it but wrote no JSON':     [{ status: 200, body: '<html>' },                       'unknown'],
  'answered null':                 [{ status: 200, body: 'null' },                         'unknown'],
  'broke off in mid-answer':       ['breaks off in mid-answer',                            'unknown'],
  'hung up':                       ['hangs up',                                            'unknown'],
  'sends us elsewhere':            [{ status: 307, headers: { location: '/' }, body: {} }, 'unknown'],
  'fell over':                     [{ status: 500, body: '<html>' },                       'unknown'],
  'is behind a broken gateway':    [{ status: 502, body: '<html>' },                       'unknown'],
  'takes too long':                ['never answers',                                       'unknown'],
  'asks for patience':             [{ status: 429, body: '<html>' },                       'later'],
  'does not know our token':       [{ status: 401, body: '<html>' },                       'later'],
} as const satisfies Readonly<Record<string, readonly [Behaviour, Verdict]>>;

/** Also ends that no server can behave like, which have a test of their own. */
export type End = keyof typeof ENDS | 'is not there' | 'says how long to wait';

interface Held {
  readonly itself?: string;
  readonly knowsRepeats?: true;
  readonly ends?: Partial<Record<End, Expected>>;
}

/** What a channel is held to when its provider ends so. */
export function endOf(end: End, { itself, knowsRepeats, ends }: Held): Expected {
  const own = itself === undefined ? ends?.[end] : { end: null, because: itself };
  if (own) return own;
  const [, verdict] = end in ENDS ? ENDS[end as keyof typeof ENDS] : [null, 'later' as const];
  return { end: verdict === 'unknown' && knowsRepeats ? 'later' : verdict, because: '' };
}

export const allEnds = (): (readonly [keyof typeof ENDS, Behaviour])[] =>
  Object.entries(ENDS).map(([name, [behaviour]]) => [name as keyof typeof ENDS, behaviour]);
