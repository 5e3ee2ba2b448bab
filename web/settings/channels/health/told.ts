import type { ToldProblem } from '../../../words/en/health';
import { pauseReason } from '../pause-reason';
import type { Problem } from './queries';

interface Around {
  readonly moment: (at: string) => string;
  readonly nameOf: (channelId: string) => string;
}

const MOMENTS = ['expiresAt', 'oldestAt', 'at', 'lastAt'] as const;
const COUNTS = ['inARow', 'waiting', 'count'] as const;

/** What a problem's sentence is made of, whatever the desk called it. */
export function toldOf({ facts }: Pick<Problem, 'facts'>, { moment, nameOf }: Around): ToldProblem {
  const first = (names: readonly string[]) => names.map((name) => facts[name]).find((value) => value !== undefined && value !== null);
  const number = (name: string) => Number(facts[name] ?? 0);
  const at = first(MOMENTS);
  return {
    moment: typeof at === 'string' ? moment(at) : '',
    detail: detailOf(facts),
    names: namesIn(facts) || (typeof facts.channelId === 'string' ? nameOf(facts.channelId) : ''),
    count: Number(first(COUNTS) ?? 0),
    hours: number('hours'),
    usual: number('usual'),
    weeks: number('weeks'),
    statuses: number('statuses'),
    replies: number('replies'),
    days: number('days'),
  };
}

const detailOf = ({ detail, reason, says, alarms }: Problem['facts']): string =>
  String(detail ?? (typeof reason === 'string' ? pauseReason(reason) : null) ?? says ?? alarmsIn(alarms));

const rowsOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);

const alarmsIn = (alarms: unknown): string =>
  rowsOf(alarms)
    .map(({ detail }) => String(detail))
    .join('; ');

function namesIn({ scopes, apps }: Problem['facts']): string {
  const names = [...(Array.isArray(scopes) ? scopes : []), ...rowsOf(apps).map(({ id, name }) => name ?? id)];
  return names.map(String).join(', ');
}
