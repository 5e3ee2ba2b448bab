import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Bench, type Row, SIZES } from './bench';
import { FIGURES, isMet } from './figures';
import { ROWS } from './rows';
import { startMariadb } from './support/mariadb';
import { median } from './support/numbers';

/** Beside the sources, also when run from dist/. */
const RESULTS = join(__dirname.endsWith(join('dist', 'bench')) ? join(__dirname, '..', '..', 'bench') : __dirname, 'results');

interface Options {
  readonly quick?: boolean;
  readonly rows?: string;
  readonly out?: string;
}

export interface Printed {
  readonly figure: string;
  readonly value: number;
  readonly samples: readonly number[];
  readonly met: boolean | null;
}

function rowsNamed(names: string | undefined): readonly Row[] {
  if (!names) return ROWS;
  return names.split(',').map((name) => {
    const row = ROWS.find((one) => one.name === name.trim());
    if (!row) throw new Error(`there is no row ${name}; there are ${ROWS.map((one) => one.name).join(', ')}`);
    return row;
  });
}

/** Measures the rows one after the other. A figure is the median of what its rounds measured. */
export async function measure(
  rows: readonly Row[],
  { quick = false }: Pick<Options, 'quick'>,
  say: (text: string) => void,
): Promise<Printed[]> {
  const mariadb = rows.some(({ needs }) => needs === 'mariadb') ? await startMariadb({ bufferPool: quick ? '128M' : '2G' }) : null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void Promise.resolve(mariadb?.stop()).finally(() => process.exit(1)));
  const samples = new Map<string, number[]>();
  const bench: Bench = {
    size: SIZES[quick ? 'quick' : 'full'],
    mariadb,
    say,
    measured(figure, value) {
      if (!FIGURES.has(figure)) throw new Error(`${figure} is not in the table of figures`);
      samples.set(figure, [...(samples.get(figure) ?? []), value]);
    },
  };
  try {
    for (const row of rows) await runRow(row, bench);
  } finally {
    await mariadb?.stop();
  }
  return [...FIGURES].flatMap(([figure, about]) => {
    const all = samples.get(figure);
    return all ? [{ figure, value: median(all), samples: all, met: isMet(about, median(all)) }] : [];
  });
}

async function runRow(row: Row, bench: Bench): Promise<void> {
  if (row.needs === 'mariadb' && !bench.mariadb) return bench.say(`${row.name}: skipped, there is no mariadbd on this machine`);
  bench.say(`${row.name}: ${row.says}`);
  await row.run(bench);
}

const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);

export function table(printed: readonly Printed[]): string {
  const lines = printed.map(({ figure, value, met }) => {
    const { says, unit, aim } = FIGURES.get(figure) ?? { says: figure, unit: '' };
    const aimed = !aim ? '' : 'atLeast' in aim ? `>= ${aim.atLeast}` : `<= ${aim.atMost}`;
    return `${says.padEnd(62)} ${rounded(value).padStart(9)} ${unit.padEnd(12)} ${aimed.padEnd(9)} ${met === null ? '' : met ? 'met' : 'MISSED'}`.trimEnd();
  });
  return lines.join('\n');
}

function write(printed: readonly Printed[], { quick = false, out }: Options): string {
  const day = new Date().toISOString().slice(0, 10);
  const file = out ?? join(RESULTS, `${quick ? 'local-quick' : `local-${day}`}.json`);
  mkdirSync(join(file, '..'), { recursive: true });
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(file, `${JSON.stringify({ measuredOn: day, machine, figures: printed }, null, 1)}\n`);
  return file;
}

async function main(): Promise<void> {
  const options = new Command('bench')
    .option('--quick', 'a look in half a minute whether everything runs; its figures say nothing')
    .option('--rows <names>', `only these, of ${ROWS.map(({ name }) => name).join(', ')}`)
    .option('--out <file>', 'where the figures go, instead of bench/results/local-<day>.json')
    .parse()
    .opts<Options>();
  const printed = await measure(rowsNamed(options.rows), options, (text) => console.error(text));
  console.log(table(printed));
  console.log(
    `\n${printed.filter(({ met }) => met === false).length} aims missed, ${printed.filter(({ met }) => met).length} met. ${write(printed, options)}`,
  );
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
