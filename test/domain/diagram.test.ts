import { renderLifecycle } from '../../src/domain/diagram';
import { STATUSES } from '../../src/domain/ticket';
import { TRANSITIONS } from '../../src/domain/transitions';

const lines = renderLifecycle().split('\n');

describe('the transition table for people', () => {
  it('draws every move once, with the rows and causes behind it', () => {
    const arrows = lines.filter((line) => line.includes('-->') && !line.includes('[*]')).map((line) => line.trim().split(':')[0]);
    const moves = TRANSITIONS.flatMap(({ from, to }) => from.map((status) => `${status} --> ${to}`));
    expect(arrows.sort()).toEqual([...new Set(moves)].sort());
    expect(lines).toContain('  active --> pending: T5 assignee_unavailable, released, transferred');
    expect(lines).toContain('  active --> closed: T4 closed_by_person · B1 auto_closed, unassignable · B3 confirmed, confirmation_expired');
  });

  it('draws where a ticket begins, and nothing but the statuses', () => {
    const names = lines.filter((line) => line.includes('-->')).flatMap((line) => line.trim().split(':')[0]?.split(' --> ') ?? []);
    expect(new Set(names)).toEqual(new Set(['[*]', ...STATUSES]));
    expect(lines).toContain('  [*] --> proactive: an agent writes first');
  });

  it('lists every row, in the order of the table', () => {
    const rows = lines.filter((line) => line.startsWith('| ')).slice(2);
    expect(rows.map((row) => row.split(' | ')[0])).toEqual(TRANSITIONS.map(({ row }) => `| ${row}`));
    expect(rows).toContain('| T3 | `active` | `idle` | `customer_silent` | system | keeps |  | the customer has not answered the agent |');
    expect(rows[TRANSITIONS.findIndex(({ row }) => row === 'T13')]).toContain('`reopened`, last assignee online');
  });
});
