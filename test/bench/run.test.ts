import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FIGURES, isMet } from '../../bench/figures';
import { type Printed, table } from '../../bench/run';
import { median, percentile } from '../../bench/support/numbers';

const ROOT = join(__dirname, '..', '..');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'relaydesk-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: string[]) =>
  run(process.execPath, ['-r', join(ROOT, 'test', 'support', 'compiling.js'), join(ROOT, 'bench', 'run.ts'), ...args], { cwd: ROOT });

it('measures the way in and a sweep, prints them beside their aims and keeps them', async () => {
  const file = join(folder, 'figures.json');
  const { stdout } = await bench('--quick', '--rows', 'inbound-sqlite,sweep-sqlite', '--out', file);
  const { figures } = JSON.parse(readFileSync(file, 'utf8')) as { figures: Printed[] };
  const measured = figures.map(({ figure }) => figure);
  expect(measured).toEqual(
    expect.arrayContaining(['limits.ack', 'inbound.sqlite.known', 'inbound.sqlite.new', 'statements.sqlite.new', 'sweep.sqlite']),
  );
  expect(figures.every(({ value }) => Number.isFinite(value))).toBe(true);
  for (const figure of measured) expect(stdout).toContain(FIGURES.get(figure)?.says ?? 'a figure without words');
});

it('names the rows that there are when it is asked for another', async () => {
  await expect(bench('--rows', 'nothing')).rejects.toThrow('there is no row nothing; there are start, inbound-sqlite');
});

describe('a figure', () => {
  const figure = (aim: object) => ({ says: 'x', unit: 'ms', aim }) as never;

  it.each([
    [{ atLeast: 30 }, 30, true],
    [{ atLeast: 30 }, 29.9, false],
    [{ atMost: 40 }, 40, true],
    [{ atMost: 40 }, 41, false],
    [{ atMost: 40 }, Number.NaN, null],
    [undefined, 1, null],
  ])('with the aim %j and the value %d: met is %s', (aim, value, met) => {
    expect(isMet(figure(aim as object), value)).toBe(met);
  });

  it('is the median of its rounds, and its p99 leaves out one in a hundred', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(
      percentile(
        Array.from({ length: 200 }, (_, i) => i),
        0.99,
      ),
    ).toBe(198);
  });

  it('is printed with its unit, its aim and whether that is missed', () => {
    expect(table([{ figure: 'start.ready', value: 3, samples: [3], met: false }])).toMatch(/^start to ready +3\.00 s +<= 2 +MISSED$/);
  });
});
