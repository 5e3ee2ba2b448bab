type Rgb = readonly [number, number, number];

/** What the colour of a site becomes in the widget, so that all that is written in it or on it can be read (WCAG 4.5:1). */
export interface Accent {
  readonly fill: string;
  /** On the fill. */
  readonly on: string;
  /** As words on a light ground, and on a dark one. */
  readonly light: string;
  readonly dark: string;
}

export const OURS = '#4a52d0';
const GROUNDS = { light: [240, 242, 245], dark: [32, 37, 46] } as const;
const ENOUGH = 4.5;

export function accentOf(color: string | null): Accent {
  const rgb = rgbOf(color ?? '') ?? (rgbOf(OURS) as Rgb);
  const onWhite = contrast(rgb, [255, 255, 255]) >= ENOUGH;
  return {
    fill: hex(rgb),
    on: onWhite ? '#ffffff' : '#000000',
    light: hex(readable(rgb, GROUNDS.light, [0, 0, 0])),
    dark: hex(readable(rgb, GROUNDS.dark, [255, 255, 255])),
  };
}

/** `#rgb` or `#rrggbb`; null for anything else. */
export function rgbOf(color: string): Rgb | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color.trim());
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color.trim());
  const parts = short ? short.slice(1).map((one) => one + one) : long?.slice(1);
  return parts ? (parts.map((one) => Number.parseInt(one, 16)) as unknown as Rgb) : null;
}

const hex = (rgb: Rgb): string => `#${rgb.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;

function readable(rgb: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const [r, g, b] = rgb.map((one, at) => one + ((towards[at] ?? 0) - one) * share) as unknown as [number, number, number];
    if (contrast([r, g, b], ground) >= ENOUGH) return [r, g, b];
  }
  return towards;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
