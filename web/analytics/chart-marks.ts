import type uPlot from 'uplot';
import type { ChartColors } from './chart-colors';
import type { ChartLine, Drawn } from './chart-options';

/** Beyond so many points marks would run into each other. */
const MOST_MARKED = 62;

type Mark = (pen: CanvasRenderingContext2D, x: number, y: number, size: number) => void;

const dot: Mark = (pen, x, y, size) => {
  pen.beginPath();
  pen.arc(x, y, size, 0, 2 * Math.PI);
  pen.fillStyle = pen.strokeStyle;
  pen.fill();
};
const square: Mark = (pen, x, y, size) => {
  pen.fillRect(x - size, y - size, 2 * size, 2 * size);
  pen.strokeRect(x - size, y - size, 2 * size, 2 * size);
};
const triangle: Mark = (pen, x, y, size) => {
  pen.beginPath();
  pen.moveTo(x, y - size);
  pen.lineTo(x + size, y + size);
  pen.lineTo(x - size, y + size);
  pen.closePath();
  pen.fill();
  pen.stroke();
};
const MARKS = [dot, square, triangle] as const;

/** A mark of its own on every point of a line, so that no line is told by its colour alone. */
export function drawMarks(chart: uPlot, lines: readonly ChartLine[], colors: ChartColors): void {
  const pen = chart.ctx;
  lines.forEach(({ values, as }, at) => {
    if (as === 'before' || values.length > MOST_MARKED) return;
    pen.save();
    pen.strokeStyle = colors.lines[as] ?? '';
    pen.fillStyle = colors.ground;
    pen.lineWidth = 2 * devicePixelRatio;
    pen.setLineDash([]);
    values.forEach((value, index) => {
      if (value === null) return;
      MARKS[as](pen, chart.valToPos(index, 'x', true), chart.valToPos(value, 'y', true), (at === 0 ? 3.2 : 3) * devicePixelRatio);
    });
    pen.restore();
  });
}

/** Hatches the ground up to the point whose time still runs. */
export function drawRunning(chart: uPlot, { at, says }: Running, points: number, colors: ChartColors): void {
  const { top, height, left, width } = chart.bbox;
  const alone = points === 1;
  const right = alone ? left + width : Math.max(chart.valToPos(at, 'x', true), left + 1);
  const begin = alone || at === 0 ? left : chart.valToPos(at - 1, 'x', true);
  hatch(chart.ctx, { left: begin, top, width: right - begin, height }, colors.grid);
  write(chart.ctx, says, right, { top, end: left + width }, colors);
}

type Running = NonNullable<Drawn['running']>;

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatch(pen: CanvasRenderingContext2D, { left, top, width, height }: Rect, color: string): void {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  pen.strokeStyle = color;
  pen.setLineDash([]);
  pen.lineWidth = devicePixelRatio;
  pen.beginPath();
  for (let x = left - height; x < left + width; x += 7 * devicePixelRatio) {
    pen.moveTo(x, top + height);
    pen.lineTo(x + height, top);
  }
  pen.stroke();
  pen.restore();
}

/** To the right of what is hatched where there is room, else over its end. */
function write(
  pen: CanvasRenderingContext2D,
  says: string,
  right: number,
  { top, end }: { readonly top: number; readonly end: number },
  { font, words, ground }: ChartColors,
): void {
  const space = 4 * devicePixelRatio;
  pen.save();
  pen.font = font.replace('11.5px', `${11.5 * devicePixelRatio}px`);
  const { width } = pen.measureText(says);
  const from = right + 3 * space + width < end ? right + 2 * space : Math.max(space, right - 3 * space - width);
  pen.fillStyle = ground;
  pen.fillRect(from - space, top, width + 2 * space, 17 * devicePixelRatio);
  pen.fillStyle = words;
  pen.textAlign = 'left';
  pen.textBaseline = 'top';
  pen.fillText(says, from, top + space / 2);
  pen.restore();
}
