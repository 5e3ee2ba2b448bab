/** What helps a person whose message did not go; `nothing`: it never will, by this way. */
export const ADVICE = [
  'try_again',
  'wait',
  'use_template',
  'other_template',
  'await_customer',
  'ask_customer',
  'other_channel',
  'change_content',
  'ask_admin',
  'nothing',
] as const;
export type Advice = (typeof ADVICE)[number];

/** Why a message did not go, told apart by what follows, with what helps in general. */
// biome-ignore format: a table is read in columns
export const PROBLEMS = {
  auth:                  'ask_admin',
  account_restricted:    'ask_admin',
  rate_limited:          'wait',
  window_closed:         'use_template',
  recipient_unavailable: 'other_channel',
  recipient_invalid:     'other_channel',
  content_invalid:       'change_content',
  template_problem:      'other_template',
  media_problem:         'change_content',
  thread_not_owned:      'wait',
  transient:             'try_again',
  ambiguous:             'try_again',
  gave_up:               'try_again',
  unknown:               'try_again',
} as const satisfies Record<string, Advice>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

const HELPED_BY_TIME: ReadonlySet<Advice> = new Set(['try_again', 'wait', 'ask_admin']);

/** Whether the same message, sent again, may go once the advice was followed. */
export const mayGoLater = (advice: Advice): boolean => HELPED_BY_TIME.has(advice);
