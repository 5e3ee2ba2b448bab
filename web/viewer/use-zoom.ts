import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { FITS, type Frame, moved, STEP, swiped, type Zoom, zoomed } from './zoom';

interface Finger {
  readonly x: number;
  readonly y: number;
}

/** A picture that is made larger by wheel, fingers and keys, and drawn about. */
export function useZoom(of: string, step: (by: 1 | -1) => void) {
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>(FITS);
  const fingers = useRef(new Map<number, Finger>());
  const begun = useRef<Finger | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture fits again
  useEffect(() => setZoom(FITS), [of]);
  const by = (factor: number, at = { x: 0, y: 0 }) => setZoom((now) => zoomed(now, factor, at, frameOf(frame.current)));
  const wheel = useRef(by);
  wheel.current = by;
  useEffect(() => {
    const { current } = frame;
    // React's own listens without being able to keep the page still.
    const hear = (event: WheelEvent) => {
      event.preventDefault();
      wheel.current(STEP ** (-event.deltaY / 100), fromMiddle(event, current));
    };
    current?.addEventListener('wheel', hear, { passive: false });
    return () => current?.removeEventListener('wheel', hear);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    begun.current = fingers.current.size === 1 ? { x: event.clientX, y: event.clientY } : null;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) by(apart(now, other) / Math.max(1, apart(before, other)), fromMiddle({ clientX: other.x, clientY: other.y }, frame.current));
    else setZoom((held) => moved(held, { x: now.x - before.x, y: now.y - before.y }, frameOf(frame.current)));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const from = begun.current;
    fingers.current.delete(event.pointerId);
    begun.current = null;
    const asked = from && zoom.scale === 1 ? swiped({ x: event.clientX - from.x, y: event.clientY - from.y }) : null;
    if (asked && event.pointerType !== 'mouse') step(asked);
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    begun.current = null;
  };
  const hears = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
  return { frame, zoom, by, whole: () => setZoom(FITS), hears };
}

const apart = (one: Finger, other: Finger): number => Math.hypot(one.x - other.x, one.y - other.y);

const frameOf = (element: HTMLElement | null): Frame => ({ width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 });

function fromMiddle({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }, element: HTMLElement | null): Finger {
  const box = element?.getBoundingClientRect();
  return box ? { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 } : { x: 0, y: 0 };
}
