import { COLUMNS } from '../../domain/figures/columns';
import { type Manifest, REPORT_TYPES, type Report, type ReportSchedule } from '../../domain/figures/report';
import type { ManifestJson, ReportJson, ScheduleJson } from '../schemas/report';
import { iso, isoOrNull } from './time';

/** What became of a report that will have no file. */
const PROBLEMS: Readonly<Record<string, string>> = {
  disk_full: 'The disk of the desk is full: make room, then run it again.',
  bucket_down: 'The bucket for files does not take it: see what npx relaydesk doctor says, then run it again.',
};
const BROKEN = 'Something broke while it was made; the log of the desk says what. Run it again.';

export function reportJson({ request, batch: _, position: __, at: ___, manifest, problem, ...report }: Report): ReportJson {
  const { channelKinds, ...asked } = request;
  return {
    ...report,
    ...asked,
    channelKinds: channelKinds && [...channelKinds],
    bytes: manifest?.bytes ?? null,
    createdAt: iso(report.createdAt),
    startedAt: isoOrNull(report.startedAt),
    finishedAt: isoOrNull(report.finishedAt),
    expiresAt: isoOrNull(report.expiresAt),
    problem: problem === null ? null : { code: problem, words: PROBLEMS[problem] ?? BROKEN },
    manifest: manifest && manifestJson(manifest),
  };
}

export const manifestJson = ({ request: { channelKinds, ...request }, at, ...manifest }: Manifest): ManifestJson => ({
  ...manifest,
  request: { ...request, channelKinds: channelKinds && [...channelKinds] },
  at: iso(at),
  times: `ISO 8601, the clock of ${request.zone} with its distance from UTC`,
});

export const columnsJson = () => ({
  data: REPORT_TYPES.map((type) => ({
    type,
    columns: COLUMNS[type].map(({ id, heading, sentence }) => ({ id, heading, sentence })),
  })),
});

export function scheduleJson({ request, mailTo, ...schedule }: ReportSchedule): ScheduleJson {
  const { channelKinds, period, ...asked } = request;
  return {
    ...schedule,
    ...asked,
    channelKinds: channelKinds && [...channelKinds],
    period: { ...period },
    mailTo: [...mailTo],
    lastAt: isoOrNull(schedule.lastAt),
    nextAt: isoOrNull(schedule.nextAt),
    createdAt: iso(schedule.createdAt),
    updatedAt: iso(schedule.updatedAt),
  };
}
