import type { ReportJson, ScheduleJson } from '../../src/http/schemas/report';
import { dayIn } from './days';

export { REPORT_FORMATS, REPORT_TYPES, type ReportFormat, type ReportType } from '../../src/domain/figures/report';

export type Report = ReportJson;
export type Schedule = ScheduleJson;
export type Manifest = NonNullable<Report['manifest']>;

/** Still on its way: it changes by itself. */
export const isUnderWay = ({ state }: Pick<Report, 'state'>): boolean => state === 'queued' || state === 'running';

/** How much of it is written, between 0 and 1; null while nobody knows. It is whole only when its file is there. */
export const shareOf = ({ rows, expected }: Pick<Report, 'rows' | 'expected'>): number | null =>
  expected ? Math.min(0.99, rows / expected) : null;

const DAY = 86_400_000;

/** For how many days its file was kept. */
export const daysKept = ({ finishedAt, expiresAt }: Pick<Report, 'finishedAt' | 'expiresAt'>): number | null =>
  finishedAt && expiresAt ? Math.round((Date.parse(expiresAt) - Date.parse(finishedAt)) / DAY) : null;

/** Messages so shortly before its moment may still be on their way into the desk: no report lists them, so that it can be made again. */
export const SETTLING_SECONDS = 15;

/** Whether its days were not over when it was begun, so that the newest messages are not in it. */
export const leavesOutTheNewest = ({ type, zone, to }: Pick<Report, 'type' | 'zone' | 'to'>, at: string): boolean =>
  type === 'messages' && dayIn(zone, Date.parse(at) - SETTLING_SECONDS * 1000) <= to;
