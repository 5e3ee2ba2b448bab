import { TRANSITIONS, type Transition } from './transitions';

/** The transition table for people: a Mermaid diagram of the statuses, and the rows as a Markdown table. */
export function renderLifecycle(): string {
  return ['```mermaid', ...diagram(), '```', '', ...table()].join('\n');
}

const BEGINNINGS = ['  [*] --> pending: a customer writes', '  [*] --> proactive: an agent writes first'];

function diagram(): string[] {
  const arrows = new Map<string, Map<string, string[]>>();
  for (const { row, from, to, causes } of TRANSITIONS) {
    for (const arrow of from.map((status) => `${status} --> ${to}`)) {
      const rows = arrows.get(arrow) ?? new Map<string, string[]>();
      arrows.set(arrow, rows.set(row, [...(rows.get(row) ?? []), ...causes]));
    }
  }
  const labelled = [...arrows].map(
    ([arrow, rows]) => `  ${arrow}: ${[...rows].map(([row, causes]) => `${row} ${causes.join(', ')}`).join(' · ')}`,
  );
  return ['stateDiagram-v2', ...BEGINNINGS, ...labelled];
}

const HEADS = ['Row', 'From', 'To', 'Cause', 'Who', 'Assignee', 'Stage', 'Because'];

function table(): string[] {
  return [HEADS, HEADS.map(() => '---'), ...TRANSITIONS.map(cells)].map((row) => `| ${row.join(' | ')} |`);
}

function cells({ row, from, to, causes, by, when, assignee, stage, because }: Transition): string[] {
  return [
    row,
    codes(from),
    codes([to]),
    when ? `${codes(causes)}, ${WHEN[when]}` : codes(causes),
    by.join(', '),
    assignee,
    stage ? codes([stage]) : '',
    because,
  ];
}

const WHEN: Record<NonNullable<Transition['when']>, string> = {
  last_assignee_online: 'last assignee online',
  last_assignee_not_online: 'last assignee not online',
};

const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
