import { aimLines, aimSaid, nextAim } from '../../../web/ticket/aims';
import { en } from '../../../web/words/en';
import { timesIn } from '../../../web/words/times-in';
import { aTicket } from '../inbox/a-ticket';

const NOW = Date.parse('2026-11-23T10:42:00Z');
const times = timesIn('en-GB', 'UTC', en.common.times);
type Target = ReturnType<typeof aTicket>['targets'][number];
const target = (kind: Target['kind'], dueAt: string, more: Partial<Target> = {}): Target => ({
  kind,
  dueAt: `2026-11-23T${dueAt}:00Z`,
  state: 'running',
  endedAt: null,
  ...more,
});
const said = (...targets: Target[]) => {
  const aim = nextAim(aTicket({ targets }), NOW);
  return aim && [aim.state, aimSaid(aim, NOW, en, times)];
};

test('The first that is due is said with its distance and its moment', () => {
  expect(said(target('resolution', '18:00'), target('first_answer', '10:54', { state: 'soon' }))).toEqual([
    'soon',
    'First answer due in 12 min, at 10:54',
  ]);
});

test('What the desk says is missed is missed, also while the page’s clock is behind', () => {
  expect(said(target('next_answer', '10:43', { state: 'missed' }))?.[0]).toBe('missed');
});

test('What is past its moment is missed, also before the desk has said so', () => {
  expect(said(target('next_answer', '10:40'))).toEqual(['missed', 'Next answer missed: it was due at 10:40']);
  expect(said(target('next_answer', '10:42'))?.[0]).toBe('missed');
});

test('What was answered runs no more; a list says how it ended', () => {
  const met = target('first_answer', '10:40', { state: 'met', endedAt: '2026-11-23T10:39:00Z' });
  const late = target('resolution', '10:30', { state: 'missed', endedAt: '2026-11-23T10:39:00Z' });
  expect(said(met, late)).toBeNull();
  expect(aimLines(aTicket({ targets: [met, late] }), NOW, en, times).map(({ tone, says }) => [tone, says])).toEqual([
    ['running', 'First answer in time'],
    ['missed', 'Solution came late: it was due at 10:30'],
  ]);
});
