import { isCron, nextRun } from '../../domain/cron';
import { invalid, Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import type { ReportSchedule } from '../../domain/figures/report';
import type { Instant } from '../../domain/ticket';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeKinds } from './ask-report';
import { mustSendMail } from './mail-report';

type Request = ReportSchedule['request'];

export interface NewSchedule
  extends Omit<Request, 'zone' | 'channelKinds' | 'bom'>,
    Partial<Pick<Request, 'zone' | 'channelKinds' | 'bom'>> {
  readonly cron: string;
  readonly mailTo?: readonly string[];
}

export function addSchedule(
  desk: Desk,
  { cron, mailTo = [], zone, channelKinds, bom, ...rest }: NewSchedule,
  by: Actor,
): Promise<ReportSchedule> {
  const request = {
    ...rest,
    zone: zone ?? desk.house.current().settings.locale.timeZone,
    channelKinds: channelKinds ?? null,
    bom: bom ?? false,
  };
  mustBeKinds(desk, channelKinds);
  mustSendMail(desk, mailTo);
  return transact(desk, async (tx, { at }) => {
    const times = { lastAt: null, nextAt: nextAt(cron, request.zone, at), createdAt: at, updatedAt: at };
    const schedule = { id: desk.newId(), request, cron, mailTo, by, paused: false, ...times, version: 1 };
    await tx.addSchedule(schedule);
    return schedule;
  });
}

export interface ScheduleChange extends Partial<Omit<Request, 'type'>> {
  readonly cron?: string;
  readonly mailTo?: readonly string[];
  readonly paused?: boolean;
}

/** Changes a schedule; it is due next by what it says from now on. */
export function changeSchedule(
  desk: Desk,
  id: string,
  change: ScheduleChange & { readonly version?: number | undefined },
): Promise<ReportSchedule> {
  const { cron, mailTo, paused, version, ...request } = change;
  mustBeKinds(desk, request.channelKinds);
  mustSendMail(desk, mailTo);
  return transact(desk, async (tx, { at }) => {
    const former = await tx.schedule(id);
    if (!former) throw noSchedule();
    const next = { ...former, request: { ...former.request, ...request }, cron: cron ?? former.cron, mailTo: mailTo ?? former.mailTo };
    const stopped = paused ?? former.paused;
    const due = nextAt(next.cron, next.request.zone, at);
    if (version !== undefined && version !== former.version)
      throw new Refusal('stale', 'The schedule has changed since you read it.', { version: former.version });
    const schedule = { ...next, paused: stopped, nextAt: stopped ? null : due, updatedAt: at, version: former.version + 1 };
    await tx.saveSchedule(schedule);
    return schedule;
  });
}

export const removeSchedule = (desk: Desk, id: string): Promise<void> => transact(desk, (tx) => tx.removeSchedule(id));

export const noSchedule = (): Refusal => new Refusal('not_found', 'There is no such schedule.');

/** When it is due next; refuses (422) what is no time, comes more often than once an hour, or never. */
function nextAt(cron: string, zone: string, after: Instant): Instant {
  const [minute = ''] = cron.trim().split(/\s+/);
  if (!isCron(cron) || cron.trim().split(/\s+/).length !== 5)
    throw invalid('cron', 'expected five fields of cron: minute, hour, day of month, month, weekday');
  if (!/^\d+$/.test(minute)) throw invalid('cron', 'expected one minute of the hour: a report is made at most once an hour');
  const next = nextRun(cron, zone, after);
  if (next === null) throw invalid('cron', 'there is no such day');
  return next;
}
