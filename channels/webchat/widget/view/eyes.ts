import type { Acts } from '../state';
import type { Spoken } from '../words';

/** What every part of the widget is drawn with. */
export interface Eyes {
  readonly spoken: Spoken;
  readonly acts: Acts;
  /** Addresses of files that are here, by media id and whether they are the small picture. */
  readonly pictures: Map<string, string>;
}

/** In kB or MB, as people say it. */
export const sizeIn = (language: string, bytes: number): string => {
  const [value, unit] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, bytes / 1e3), 'kilobyte'];
  return value.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
};
