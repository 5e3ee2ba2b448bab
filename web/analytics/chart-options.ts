import type uPlot from 'uplot';
import type { ChartColors } from './chart-colors';
import { drawMarks, drawRunning } from './chart-marks';
import { spaced } from './nice-axis';

/** One line: a value for each point, null = a gap. */
export interface ChartLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Which of the three looks; or that of the period before, thin and dotted. */
  readonly as: 0 | 1 | 2 | 'before';
}

export interface Drawn {
  readonly points: readonly string[];
  readonly lines: readonly ChartLine[];
  /** Where the lines of the axis stand below the greatest value, and how their numbers are said. */
  readonly axis: (greatest: number) => readonly number[];
  readonly said: (value: number) => string;
  /** Which point's time still runs, and what is said over it. */
  readonly running: { readonly at: number; readonly says: string } | null;
}

const DASHES = [undefined, [7, 4], [2, 3]] as const;
/** Room for a word below the axis. */
const WORD = 58;

function lineOf({ as, name }: ChartLine, colors: ChartColors): uPlot.Series {
  const plain = { label: name, points: { show: false }, spanGaps: false };
  if (as === 'before') return { ...plain, stroke: colors.before, width: 1.5, dash: [3, 4] };
  const dash = DASHES[as];
  return { ...plain, stroke: colors.lines[as], width: 2.2, ...(dash ? { dash: [...dash] } : {}) };
}

/** Horizontal lines only, counts from nothing, words of 11.5 px. */
export function optionsOf(
  { points, lines, running, axis, said }: Drawn,
  colors: ChartColors,
  size: { readonly width: number; readonly height: number },
  look: (at: number | null) => void,
): uPlot.Options {
  const last = points.length - 1;
  const ys = axis(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const words = { stroke: colors.words, font: colors.font, ticks: { show: false } };
  return {
    ...size,
    padding: [10, 28, 0, 4],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
    scales: { x: { time: false, range: last === 0 ? [-0.5, 0.5] : [0, last] }, y: { range: [0, ys.at(-1) ?? 1] } },
    axes: [
      {
        ...words,
        size: 26,
        gap: 8,
        grid: { show: false },
        splits: () => [...spaced(points.length, size.width - 60, WORD)],
        values: (_, splits) => splits.map((at) => points[at] ?? ''),
      },
      {
        ...words,
        size: 14 + 6.5 * Math.max(...ys.map((value) => said(value).length)),
        gap: 6,
        grid: { stroke: colors.grid, width: 1 },
        splits: () => [...ys],
        values: (_, splits) => splits.map(said),
      },
    ],
    series: [{}, ...lines.map((line) => lineOf(line, colors))],
    hooks: {
      drawAxes: [(chart) => running && drawRunning(chart, running, points.length, colors)],
      draw: [(chart) => drawMarks(chart, lines, colors)],
      setCursor: [(chart) => look(chart.cursor.idx ?? null)],
    },
  };
}
