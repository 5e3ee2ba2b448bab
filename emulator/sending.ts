import type { News } from './envelope';
import type { Json } from './json';
import type { Scene } from './people';
import type { Refusal } from './refusals';
import type { Account, Message, Progress, World } from './world';

/** What becomes of a message that was taken, and the webhook that tells of it. */
export interface Report {
  /** Milliseconds after the send. */
  readonly after: number;
  readonly progress: Progress;
  readonly echo?: boolean;
  /** `as`: another end than its own. */
  news(at: number, error?: object, as?: 'failed'): News;
  readonly error?: Refusal;
}

export interface Accepted {
  /** What Graph answers. */
  readonly body: Json;
  /** null: nothing was sent, as in marking read. */
  readonly message: Message | null;
  readonly reports: readonly Report[];
}

/** Milliseconds from the send to each report. */
export const REPORTS = { echo: 50, sent: 100, failed: 300, delivered: 400, read: 1_500 } as const;

const ORDER: readonly Progress[] = ['accepted', 'sent', 'delivered', 'read'];
const FAR: Readonly<Record<string, number>> = { none: 0, sent: 1, delivered: 2, read: 3 };

/** Lets time do what it does to a message; the first `told` reports were made already. */
export function follow({ world, outbox }: Scene, account: Account, { reports }: Accepted, message: Message, told: number): void {
  world.reports.set(message.id, reports);
  const skips = world.luck.chance(world.dial.skipDelivered);
  for (const report of reports.slice(told).filter((each) => happens(world, each))) {
    const silent = skips && report.progress === 'delivered';
    world.time.after(report.after, () => (silent ? undefined : outbox.tell(account, madeOf(world, report, message))));
  }
}

/** A failure is told whatever the dial says, and so is an echo. */
function happens({ dial }: World, { progress, echo }: Report): boolean {
  return echo === true || ORDER.indexOf(progress) <= (FAR[dial.receipts] ?? 0);
}

/** The report comes true, and is news. */
export function madeOf(world: World, report: Report, message: Message): News {
  const { progress, error } = report;
  if (progress === 'failed' || ORDER.indexOf(message.progress) < ORDER.indexOf(progress)) message.progress = progress;
  if (error) message.error = { code: error.row.code, title: error.row.message };
  return report.news(world.time.now(), error?.inStatus());
}
