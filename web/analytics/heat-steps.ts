/** How dark a cell is, 0 to 7: nothing is 0, anything at least 1, the most 7. */
export function heatOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil((value / most) * 7));
}

export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
export const MARKED_HOURS = [0, 6, 12, 18, 23];
