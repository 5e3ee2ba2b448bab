import { isDay, thisMonth } from './days';
import type { ReportFormat, ReportType } from './report';
import type { Said } from './said';

/** The sentence as far as it is filled in. */
export interface Draft {
  readonly type: ReportType;
  readonly from: string;
  readonly to: string;
  readonly channelKinds: readonly string[] | null;
  readonly zone: string;
  readonly format: ReportFormat;
  /** null: as it is called by itself. */
  readonly name: string | null;
  readonly bom: boolean;
}

export const draftOn = (today: string, zone: string): Draft => ({
  type: 'customer_tickets',
  ...thisMonth(today),
  channelKinds: null,
  zone,
  format: 'xlsx',
  name: null,
  bom: false,
});

export type Lack = 'noDays' | 'backwards';

/** Why it can't be asked for yet. */
export function lackOf({ from, to }: Pick<Draft, 'from' | 'to'>): Lack | null {
  if (!isDay(from) || !isDay(to)) return 'noDays';
  return from > to ? 'backwards' : null;
}

/** What the API takes. */
export const askedFor = ({ name, bom, ...draft }: Draft, said: Pick<Said, 'name'>) => ({
  ...draft,
  name: name?.trim() || said.name(draft),
  ...(draft.format === 'csv' ? { bom } : {}),
});

/** A kind more or less; all of them is none in particular. */
export function flipped(kinds: readonly string[] | null, kind: string): readonly string[] | null {
  const next = kinds?.includes(kind) ? kinds.filter((one) => one !== kind) : [...(kinds ?? []), kind];
  return next.length > 0 ? next : null;
}
