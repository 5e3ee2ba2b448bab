import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { chartColors, onColors } from './chart-colors';
import { type Drawn, optionsOf } from './chart-options';

const HEIGHT = 216;

/** Read once; a page that is about to be printed can't wait for it. */
let Plot: typeof uPlot | null = null;

/** The point that is looked at, and how far from the left it stands, in pixels. */
export interface Looked {
  readonly at: number;
  readonly left: number;
}

/** Draws lines into a box, and again when it, the theme or they change. The code of it is read when the first one is drawn. */
export function useChart(host: RefObject<HTMLDivElement | null>, drawn: Drawn) {
  const chart = useRef<uPlot | null>(null);
  const [looked, look] = useState<Looked | null>(null);
  /** Where the crosshair stands: it stays there when newer numbers come. */
  const stands = useRef<number | null>(null);
  useEffect(() => {
    const box = host.current;
    if (!box) return;
    let gone = false;
    let paper = false;
    let drawing = false;
    const see = (at: number | null) => {
      if (drawing) return;
      stands.current = at;
      look(at === null || !chart.current ? null : { at, left: chart.current.over.offsetLeft + chart.current.valToPos(at, 'x') });
    };
    const draw = () => {
      if (!Plot || gone || box.clientWidth === 0) return;
      drawing = true;
      chart.current?.destroy();
      const data = [drawn.points.map((_, at) => at), ...drawn.lines.map(({ values }) => [...values])] as uPlot.AlignedData;
      const size = { width: box.clientWidth, height: HEIGHT };
      chart.current = new Plot(optionsOf(drawn, chartColors(box, paper), size, see), data, box);
      const at = stands.current;
      // It draws itself, and first of all without a crosshair, once all of this has run.
      queueMicrotask(() => {
        drawing = false;
        if (at !== null && at < drawn.points.length) chart.current?.setCursor({ left: chart.current.valToPos(at, 'x'), top: 1 });
        else see(null);
      });
    };
    const resized = new ResizeObserver(() => chart.current?.width !== box.clientWidth && draw());
    resized.observe(box);
    const end = onColors((now) => {
      paper = now;
      draw();
    });
    if (!Plot)
      void import('uplot').then((read) => {
        Plot = read.default;
        draw();
      });
    return () => {
      gone = true;
      end();
      resized.disconnect();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [host, drawn]);
  /** Moves the crosshair to a point; null takes it away. */
  const go = useCallback((at: number | null) => {
    const { current } = chart;
    current?.setCursor(at === null ? { left: -10, top: -10 } : { left: current.valToPos(at, 'x'), top: 1 });
  }, []);
  return { looked, go };
}
