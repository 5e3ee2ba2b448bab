import { ERRORS, type ErrorRow } from '../channels/meta/error-table';
import { VARIABLES, type Variable } from './config';
import { capabilitiesTable, limitsTables } from './docs-channels';
import { barred, needsOf, RESOURCES } from './domain/access';
import { renderLifecycle } from './domain/diagram';
import { type Metric, metrics } from './domain/figures/metrics';
import { PROBLEMS } from './domain/problems';
import { SETTINGS, type Setting } from './domain/settings';
import type { Route } from './http/route';
import { ROUTES } from './http/routes';

/**
 * The documents that are made from tables of the code, by path: each from how it reads now, because some are written by hand around a
 * generated block. `npm run docs` writes them, a test compares them.
 */
export const DOCS: Readonly<Record<string, (now: string) => string>> = {
  'docs/configuration.md': configuration,
  'docs/access.md': access,
  'docs/delivery.md': (now) =>
    withBlock(now, 'errors', table(['Provider codes', 'Problem', 'The message', 'Waits', 'What helps'], ERRORS.map(errorRow))),
  'docs/channels.md': (now) => withBlock(now, 'capabilities', ofTable(capabilitiesTable())),
  'docs/channels/sending.md': (now) => withBlock(now, 'limits', limits()),
  'docs/figures.md': (now) =>
    withBlock(now, 'metrics', table(['Number', 'Unit', 'What it counts', 'Narrowed by', 'Also'], metrics.map(metricRow))),
  'docs/lifecycle.md': (now) => withBlock(now, 'transitions', renderLifecycle()),
};

/** A document whose block between `<!-- generated: name -->` and `<!-- /generated -->` is `text`. */
export function withBlock(document: string, name: string, text: string): string {
  const block = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(<!-- /generated -->)`);
  if (!block.test(document)) throw new Error(`the document has no block ${name}`);
  return document.replace(block, (_, head, foot) => `${head}${text}\n${foot}`);
}

function configuration(): string {
  return `# Configuration

Made by \`npm run docs\` from \`src/config.ts\` and \`src/domain/settings.ts\`; edit those.

## Environment

Read once, at the start. A bad value ends it with exit code 78 and one line that names the variable, what was found and what is
expected. An empty variable counts as missing.

${table(['Variable', 'Default', 'Expected', 'What it does'], Object.values<Variable<unknown>>(VARIABLES).map(variableRow))}

## Settings

Changed while the desk runs: \`GET\` and \`PATCH /api/v1/settings\`, for admins. Durations are ISO 8601, of weeks to seconds, from one second to
three years. \`null\` switches a setting off. Those marked *per channel* may be overridden by \`PATCH /api/v1/channels/{id} {overrides}\`.

${table(['Setting', 'Type', 'Default', 'Per channel', 'What it does'], SETTINGS.map(settingRow))}
`;
}

function access(now: string): string {
  const scopes = Object.entries(RESOURCES).flatMap(([name, { scopes }]) => scopes.map((scope) => `${name}:${scope}`));
  const calls = table(['Call', 'Anybody', 'Agent', 'Admin', 'With a token'], ROUTES.map(callRow));
  return withBlock(withBlock(now, 'scopes', table(['Scope', 'Calls'], scopes.map(scopeRow))), 'calls', calls);
}

function scopeRow(scope: string): string[] {
  const calls = ROUTES.filter((route) => route.for !== 'anyone' && needsOf(route) === scope);
  return [code(scope), scope === 'live:read' ? 'Socket.IO' : String(calls.length)];
}

function callRow(route: Route): string[] {
  const may = (who: Parameters<typeof barred>[0]) => (barred(who, route) === null ? 'yes' : '');
  const needs = route.for === 'anyone' ? null : needsOf(route);
  return [
    code(`${route.method.toUpperCase()} ${route.path}`),
    may(null),
    may({ role: 'agent' }),
    may({ role: 'admin' }),
    needs === null ? '' : needs === 'any' ? 'any' : code(needs),
  ];
}

function variableRow(row: Variable<unknown>): string[] {
  return [code(row.name), row.default === null ? '' : code(row.default), plain(row.expected), plain(row.says)];
}

function metricRow({ id, unit, says, of, narrowedBy, byCause, worked, bounds }: Metric): string[] {
  const also = [
    'live' in of && 'as it is now',
    byCause && 'by cause',
    worked && 'median and 90th percentile, within working hours',
    bounds && `histogram to ${bounds.map((seconds) => spoken(seconds * 1000)).join(', ')}`,
  ].filter(Boolean);
  return [code(id), unit, plain(says), narrowedBy.join(', '), also.join('; ')];
}

const limits = (): string =>
  limitsTables()
    .map((one) => `### ${one.title}\n\n${ofTable(one)}`)
    .join('\n\n');

const ofTable = ({ heads, rows }: ReturnType<typeof capabilitiesTable>): string => table(heads, rows);

function settingRow({ path, type, choices, nullable, default: value, perChannel, says }: Setting): string[] {
  const kind = choices ? choices.map(code).join(', ') : type;
  return [code(path), nullable ? `${kind} or \`null\`` : kind, code(String(value)), perChannel ? 'yes' : '', plain(says)];
}

function errorRow(row: ErrorRow): string[] {
  const { codes, problem, reason, advice = PROBLEMS[problem] } = row;
  const helps = row.notWithin ? `${advice}, not before ${spoken(row.notWithin)}` : advice;
  return [codes, code(reason ? `${problem} (${reason})` : problem), becomes(row), waits(row), helps.replaceAll('_', ' ')];
}

const ENDS = { later: 'is tried again', never: 'fails', unknown: 'is uncertain' } as const;

function becomes({ verdict, tries, vague, linkTries, pauses }: ErrorRow): string {
  const more = [
    tries && `${tries} tries in all`,
    linkTries && `a file by link: ${linkTries} tries`,
    vague && '5xx: uncertain',
    pauses && 'once an admin has acted',
  ].filter(Boolean);
  return [ENDS[verdict], ...more].join('; ');
}

function waits({ pauses, scope, wait }: ErrorRow): string {
  if (pauses) return 'the channel';
  if (scope) return `the ${scope}, ${wait === undefined ? 'as long as it says' : spoken(wait)}`;
  return wait === undefined ? '' : `it alone, ${spoken(wait)}`;
}

/** Whole seconds, minutes or hours. */
function spoken(ms: number): string {
  const [unit, size] = ms % 3_600_000 === 0 ? ['h', 3_600_000] : ms % 60_000 === 0 ? ['min', 60_000] : ['s', 1000];
  return `${ms / (size as number)} ${unit}`;
}

/** `<path>` would be taken for markup. */
function plain(text: string): string {
  return text.replaceAll('<', '&lt;');
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
