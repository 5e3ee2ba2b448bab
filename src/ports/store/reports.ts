import type { Contact } from '../../domain/contact';
import type { FactKind, FigureFact, TicketFigures } from '../../domain/figures/kept';
import type { Merged } from '../../domain/figures/merged';
import type { Report, ReportSchedule } from '../../domain/figures/report';
import type { Instant } from '../../domain/ticket';
import type { Page, Paged } from './reads';

/** Half-open: what was at `to` is not in it. */
export interface Between {
  readonly from: Instant;
  readonly to: Instant;
}

/** Where a walk has come to; null = at its beginning. */
export interface Place {
  readonly at: Instant;
  readonly id: string;
}

/** What a report tells of a ticket. */
export type ReportedFigures = Omit<
  TicketFigures,
  | 'openCause'
  | 'openRule'
  | 'proactive'
  | 'openedAt'
  | 'assigneeId'
  | 'statusSince'
  | 'stageSince'
  | 'responseWorked'
  | 'respondedBy'
  | 'waitingFrom'
  | 'waitedUntil'
  | 'gathered'
  | 'statuses'
  | 'seq'
>;

/** As they are called now, and what they were called before. */
export type Person = Pick<Contact, 'id' | 'name' | 'phone' | 'username' | 'formerly'>;

export interface FiguresOfOne {
  readonly figures: ReportedFigures;
  readonly person: Person | null;
}

export type ReportedFact = Pick<FigureFact, 'agentId' | 'channelId' | 'total' | 'handle' | 'waiting' | 'idle'>;

/** A stored message without its words. */
export interface MessageHead {
  readonly id: string;
  readonly heardAt: Instant;
  readonly channelId: string;
  readonly chatId: string;
  readonly ticketId: string | null;
  readonly direction: 'in' | 'out' | 'note';
  readonly importedAt: Instant | null;
  readonly authorKind: string;
  readonly authorId: string | null;
  readonly type: string;
  /** Whose chat it is now. */
  readonly contactId: string;
}

/** Walks go forward by (moment, id), `limit` rows at a time; `after` is the last row of the slice before. */
export interface ReportReads {
  reports(page: Page): Promise<Paged<Report>>;
  report(id: string): Promise<Report | null>;
  /** The newest report whose file has this SHA-256. */
  reportOfFile(sha256: string): Promise<Report | null>;
  /** Ids of those that have a file, or will have one. */
  reportsWithFiles(): Promise<string[]>;
  /** Ids of ready ones whose file has had its time. */
  expiredReports(at: Instant): Promise<string[]>;
  schedules(page: Page): Promise<Paged<ReportSchedule>>;
  reportSchedule(id: string): Promise<ReportSchedule | null>;
  /** Ids of those whose time has come, those that wait longest first. */
  dueSchedules(at: Instant, limit: number): Promise<string[]>;

  /** Contacts that were found to be others, oldest first. */
  merges(): Promise<Merged[]>;
  /** When the first ticket was created; null = there is none. */
  firstTicketAt(): Promise<Instant | null>;
  countCreated(between: Between, channelIds: readonly string[] | null): Promise<number>;
  /** By creation. */
  ticketSlice(between: Between, after: Place | null, limit: number): Promise<FiguresOfOne[]>;
  /** These people, as they are called now. */
  personsOf(ids: readonly string[]): Promise<Person[]>;
  /** By chat id, what to call people who have neither phone nor user name. */
  displaysOf(chatIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Facts of a kind up to a fold, in any order. */
  factsBetween(kind: FactKind, batch: number, between: Between): Promise<ReportedFact[]>;
  /** By id, which begins with the time, from one up to before another. */
  messageSlice(ids: { readonly from: string; readonly to: string }, after: string | null, limit: number): Promise<MessageHead[]>;
  /** What is kept of these tickets. */
  ticketsOfMessages(ticketIds: readonly string[]): Promise<FiguresOfOne[]>;
}

export interface ReportTx {
  /** Locked. */
  report(id: string): Promise<Report | null>;
  addReport(report: Report): Promise<void>;
  saveReport(report: Report): Promise<void>;
  removeReport(id: string): Promise<void>;
  /** Locked. */
  schedule(id: string): Promise<ReportSchedule | null>;
  addSchedule(schedule: ReportSchedule): Promise<void>;
  saveSchedule(schedule: ReportSchedule): Promise<void>;
  removeSchedule(id: string): Promise<void>;
}
