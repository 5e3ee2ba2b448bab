import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { bytesOf } from '../../src/actions/reports/bytes';
import { nothingCounted } from '../../src/actions/reports/make';
import { requestAt } from '../../src/actions/reports/sweep-reports';
import { nextRun } from '../../src/domain/cron';
import { distinct } from '../../src/domain/figures/distinct';
import { values } from '../../src/domain/figures/gathered-values';
import { whoAt } from '../../src/domain/figures/merged';
import { type Column, stampsIn } from '../../src/domain/figures/sheet';
import { packed } from '../../src/platform/reports/pack';

interface Line {
  readonly text: string | null;
  readonly number: number | null;
}

const COLUMNS: readonly Column<Line>[] = [
  { id: 'text', heading: 'What, "said"', kind: 'text', value: ({ text }) => text, sentence: '' },
  { id: 'number', heading: 'Number', kind: 'number', value: ({ number }) => number, sentence: '' },
];
const PACK = { reportFiles: { pack: packed } } as never;

async function* inSlices(lines: readonly Line[], size: number, pulled: () => void = () => undefined) {
  for (let at = 0; at < lines.length; at += size) {
    pulled();
    yield lines.slice(at, at + size);
  }
}

async function made(lines: readonly Line[], { format = 'csv', size = 3, bom = false, most = undefined as number | undefined } = {}) {
  const counted = nothingCounted();
  const written = { format: format as 'csv' | 'xlsx', bom, zone: 'UTC' };
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(PACK, { columns: COLUMNS, slices: inSlices(lines, size) }, written, counted, most)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), counted };
}

const linesOf = (texts: readonly string[]): Line[] => texts.map((text, number) => ({ text, number: -number }));

/** RFC 4180, read by its grammar. */
function cellsIn(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') row = rows.push(row) ? [] : row;
  }
  return rows;
}

it('CSV holds any words as they were, but for an apostrophe before what a spreadsheet would run', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('=1+1', '+1', '-1', '@x', '\t=', '\r=', '\n=1', '＝1', '＠x', '"', ',\r\n'),
        ),
      ),
      async (texts) => {
        const { bytes, counted } = await made(linesOf(texts));
        const risky = texts.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text));
        const [heading, ...rows] = cellsIn(bytes.toString());
        expect(heading).toEqual(['What, "said"', 'Number']);
        expect(rows).toEqual(texts.map((text, number) => [risky.includes(text) ? `'${text}` : text, String(-number)]));
        expect([counted.rows, counted.escaped]).toEqual([texts.length, risky.length]);
      },
    ),
    { numRuns: 50 },
  );
});

it('CSV begins with the mark of UTF-8 when that is asked for, and a cell of nothing is empty', async () => {
  const lines = [{ text: null, number: null }];
  expect((await made(lines, { bom: true })).bytes.toString()).toBe('\uFEFF"What, ""said""",Number\r\n,\r\n');
});

it('a workbook holds what XML can not, cuts what no cell can hold, and goes on in another sheet', async () => {
  const long = 'x'.repeat(40_000);
  const { bytes, counted } = await made(linesOf(['<&\u0001\r\uFFFE', '_x0041_ 😀', '=1', long, 'last']), { format: 'xlsx', most: 3 });
  const files = unzipSync(new Uint8Array(bytes));
  const [first, second] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map((name) => strFromU8(files[name] as Uint8Array)) as [
    string,
    string,
  ];
  expect(first).toContain('>&lt;&amp;_x0001__x000D__xFFFE_<');
  expect(first).toContain('>_x005F_x0041_ 😀<');
  expect(first).toContain('<c><v>-1</v></c>');
  expect(first.match(/<row>/g)).toHaveLength(4);
  expect(second).toContain(`${'x'.repeat(32_760)}… (cut)<`);
  expect(second.match(/<row>/g)).toHaveLength(3);
  expect(strFromU8(files['xl/workbook.xml'] as Uint8Array).match(/<sheet /g)).toHaveLength(2);
  expect([counted.rows, counted.escaped]).toEqual([5, 1]);
});

it('is the same byte by byte however its rows were sliced', async () => {
  const lines = linesOf(Array.from({ length: 5_000 }, (_, n) => `row ${n}`.repeat(20)));
  for (const format of ['csv', 'xlsx']) {
    const [one, other] = [await made(lines, { format, size: 7 }), await made(lines, { format, size: 999 })];
    expect([format, one.bytes.equals(other.bytes)]).toEqual([format, true]);
  }
});

it('reads no further than it is written: memory does not grow with the rows', async () => {
  const lines = linesOf(Array.from({ length: 40_000 }, (_, n) => `row ${n}`.repeat(20)));
  for (const format of ['csv', 'xlsx'] as const) {
    let pulled = 0;
    const slices = inSlices(lines, 100, () => pulled++);
    const bytes = bytesOf(PACK, { columns: COLUMNS, slices }, { format, bom: false, zone: 'UTC' }, nothingCounted());
    await bytes[Symbol.asyncIterator]().next();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(pulled).toBeLessThan(150);
  }
});

it.each(['UTC', 'Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
  'writes the time of %s as its clocks show it',
  (zone) => {
    const stamp = stampsIn(zone);
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }), (at) => {
        const text = stamp(at);
        expect(text.slice(0, 19)).toBe(shown.format(at).replace(' ', 'T'));
        expect(Date.parse(text)).toBe(Math.floor(at / 1000) * 1000);
      }),
      { numRuns: 200 },
    );
  },
);

it('counts different ids as a set does', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => `1M817QNM0B${String(n % 7_001).padStart(10, '0')}`);
  const seen = distinct();
  for (const id of ids) seen.add(id);
  expect(seen.count()).toBe(7_001);
});

it('knows who was found to be whom at a moment, and whose a chat was before', () => {
  const merge = (goneId: string, keptId: string, at: number, undoneAt: number | null, chatIds: string[] = []) => ({
    goneId,
    keptId,
    at,
    undoneAt,
    chatIds,
  });
  const merges = [merge('a', 'b', 10, null), merge('b', 'c', 20, 40), merge('x', 'y', 30, null, ['chat'])];
  const told = (at: number) => [whoAt(merges, at).contact('a'), whoAt(merges, at).chat('chat', 'y'), whoAt(merges, at).chat('other', 'y')];
  expect([5, 15, 25, 50].map(told)).toEqual([
    ['a', 'x', 'y'],
    ['b', 'x', 'y'],
    ['c', 'x', 'y'],
    ['b', 'y', 'y'],
  ]);
});

it('takes the nearest rank for the middle and for nine of ten', () => {
  const held = values();
  for (let n = 100; n > 0; n--) held.add(n);
  expect([held.durations(), values().durations()]).toEqual([
    { n: 100, sum: 5050, median: 50, p90: 90 },
    { n: 0, sum: 0, median: null, p90: null },
  ]);
});

const at = (text: string): number => Date.parse(text);

it.each([
  ['0 7 * * mon', 'Europe/Madrid', '2026-11-22T09:00:00Z', '2026-11-23T06:00:00Z'],
  ['30 2 * * *', 'Europe/Madrid', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ['30 2 * * *', 'Europe/Madrid', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
  ['30 2 * * *', 'Europe/Madrid', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
  ['0 0 1 */3 *', 'America/New_York', '2026-11-22T00:00:00Z', '2027-01-01T05:00:00Z'],
  ['15 9-17/4 13 * fri', 'UTC', '2026-11-22T00:00:00Z', '2026-11-27T09:15:00Z'],
  ['0 12 29 feb *', 'UTC', '2026-01-01T00:00:00Z', '2028-02-29T12:00:00Z'],
])('%s in %s is due next after %s at %s', (cron, zone, after, due) => {
  expect(nextRun(cron, zone, at(after))).toBe(at(due));
});

it('a day that never comes is never due', () => expect(nextRun('0 0 30 2 *', 'UTC', at('2026-01-01T00:00:00Z'))).toBeNull());

it('a schedule asks for the days, or the calendar months, before its run', () => {
  const request = { type: 'agents', name: 'x', channelKinds: null, zone: 'Europe/Madrid', format: 'csv', bom: false } as const;
  const days = (period: { days: number } | { months: number }) => {
    const { from, to } = requestAt({ ...request, period }, at('2026-02-28T23:30:00Z'));
    return [from, to];
  };
  expect([days({ days: 7 }), days({ months: 1 }), days({ months: 3 })]).toEqual([
    ['2026-02-22', '2026-02-28'],
    ['2026-02-01', '2026-02-28'],
    ['2025-12-01', '2026-02-28'],
  ]);
});
