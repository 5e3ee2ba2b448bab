/** How a picture lies in its frame: so much larger than it fits, and so far from the middle, in CSS pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export const FITS: Zoom = { scale: 1, x: 0, y: 0 };
const MOST = 8;
/** One press, one turn of the wheel's notch. */
export const STEP = 1.5;

/** Larger or smaller about a point that stays where it is; `at` is measured from the middle of the frame. */
export function zoomed({ scale, x, y }: Zoom, by: number, at: Point, frame: Frame): Zoom {
  const next = Math.min(MOST, Math.max(1, scale * by));
  const share = next / scale;
  return within({ scale: next, x: at.x - (at.x - x) * share, y: at.y - (at.y - y) * share }, frame);
}

export const moved = ({ scale, x, y }: Zoom, by: Point, frame: Frame): Zoom => within({ scale, x: x + by.x, y: y + by.y }, frame);

/** It never leaves its frame further than it is larger. */
function within({ scale, x, y }: Zoom, { width, height }: Frame): Zoom {
  const [overX, overY] = [((scale - 1) * width) / 2, ((scale - 1) * height) / 2];
  return { scale, x: between(x, overX), y: between(y, overY) };
}

const between = (value: number, most: number): number => Math.max(-most, Math.min(most, value)) + 0;

const FAR = 60;

/** Whether a finger that was drawn over a picture that fits asks for the next or the one before. */
export function swiped(by: Point): 1 | -1 | null {
  if (Math.abs(by.x) < FAR || Math.abs(by.x) < 2 * Math.abs(by.y)) return null;
  return by.x < 0 ? 1 : -1;
}
