import type { Actor } from '../events';
import type { Instant } from '../ticket';

export const REPORT_TYPES = ['customer_tickets', 'agents', 'stages', 'messages'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];
export const REPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What is asked for. `from` and `to` are whole days of `zone`, both included. */
export interface ReportRequest {
  readonly type: ReportType;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly channelKinds: readonly string[] | null;
  readonly zone: string;
  readonly format: ReportFormat;
  /** A byte order mark before the CSV: older spreadsheets take it for UTF-8 then. */
  readonly bom: boolean;
}

export const REPORT_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What a report was made from, and what came out: made again from it, the file is the same byte by byte. */
export interface Manifest {
  readonly request: Omit<ReportRequest, 'name'>;
  /** The newest fold that it counts, and its moment. */
  readonly batch: number;
  readonly at: Instant;
  /** How many traces that is. */
  readonly events: number;
  readonly rows: number;
  readonly tickets: number;
  readonly chats: number;
  /** Cells that a spreadsheet would have taken for a formula. */
  readonly escaped: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What else is fixed when a report is first begun. */
export interface Position {
  /** How many traces of tickets are counted. */
  readonly events: number;
  /** The stages that its period knows, in their order: each has a column. */
  readonly stages: readonly { readonly key: string; readonly name: string }[];
}

export interface Report {
  readonly id: string;
  readonly request: ReportRequest;
  readonly by: Actor;
  readonly scheduleId: string | null;
  readonly state: ReportState;
  /** Its position, fixed when it is first begun: the newest fold that it counts. */
  readonly batch: number | null;
  readonly at: Instant | null;
  readonly position: Position | null;
  readonly rows: number;
  /** About how many there will be; null until it is begun. */
  readonly expected: number | null;
  readonly manifest: Manifest | null;
  /** Why it failed: `disk_full`, `bucket_down`, `broken`. */
  readonly problem: string | null;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** When its file goes. */
  readonly expiresAt: Instant | null;
  readonly version: number;
}

export interface ReportSchedule {
  readonly id: string;
  /** Days are relative to the run: `{days: 7}` are the seven days before it, `{months: 1}` the calendar month before. */
  readonly request: Omit<ReportRequest, 'from' | 'to'> & { readonly period: { readonly days: number } | { readonly months: number } };
  /** Five fields of cron, in the request's zone. */
  readonly cron: string;
  /** E-mail addresses that are told, with a link. */
  readonly mailTo: readonly string[];
  readonly by: Actor;
  readonly paused: boolean;
  readonly lastAt: Instant | null;
  readonly nextAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}
