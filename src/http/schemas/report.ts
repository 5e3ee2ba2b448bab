import { z } from 'zod';
import { REPORT_FORMATS, REPORT_STATES, REPORT_TYPES } from '../../domain/figures/report';
import { isZone } from '../../domain/hours';
import { Email, Id, Time, words } from './shared';

const Day = z.iso.date().meta({ description: 'A whole day of `zone`, `YYYY-MM-DD`, included.' });
const Zone = z.string().max(64).refine(isZone, 'expected an IANA time zone such as Europe/Lisbon');
const Kinds = z.array(z.string().min(1).max(64)).min(1).max(50);
const Sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex');

const asked = {
  type: z.enum(REPORT_TYPES),
  zone: z.string().meta({ description: 'Its days are the days of this time zone, and its times are written in it.' }),
  channelKinds: z.array(z.string()).nullable().meta({ description: 'null = all channels.' }),
  format: z.enum(REPORT_FORMATS),
  bom: z.boolean().meta({ description: 'A byte order mark before the CSV: older spreadsheets take it for UTF-8 then.' }),
};

export const ManifestShape = z
  .object({
    request: z.object({ ...asked, from: z.string(), to: z.string() }),
    batch: z.int().meta({ description: 'The event position: the newest fold that it counts.' }),
    at: Time.meta({ description: 'The moment of that position.' }),
    events: z.int().meta({ description: 'How many events of tickets the desk had counted by then.' }),
    rows: z.int(),
    tickets: z.int(),
    chats: z.int(),
    escaped: z.int().meta({ description: 'Cells that a spreadsheet would have taken for a formula, made harmless.' }),
    bytes: z.int(),
    sha256: z.string().meta({ description: 'Of the file.' }),
    times: z.string().meta({ description: 'How times are written in it.' }),
  })
  .meta({ id: 'ReportManifest' });
export type ManifestJson = z.input<typeof ManifestShape>;

export const ReportShape = z
  .object({
    id: Id,
    ...asked,
    name: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(REPORT_STATES),
    rows: z.int().meta({ description: 'Written so far.' }),
    expected: z
      .int()
      .nullable()
      .meta({ description: 'About how many rows there will be; null until it is begun, and for others than customer tickets.' }),
    bytes: z.int().nullable().meta({ description: 'Of the file; null until it is ready.' }),
    by: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
    createdAt: Time,
    startedAt: Time.nullable(),
    finishedAt: Time.nullable(),
    expiresAt: Time.nullable().meta({ description: 'When its file goes.' }),
    problem: z.object({ code: z.string(), words: z.string() }).nullable().meta({ description: 'Why it failed.' }),
    manifest: ManifestShape.nullable(),
    scheduleId: Id.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Report' });
export type ReportJson = z.input<typeof ReportShape>;

const wanted = { type: z.enum(REPORT_TYPES), name: words(200), channelKinds: Kinds.nullable().optional(), zone: Zone.optional() };

export const NewReport = z
  .strictObject({ ...wanted, from: Day, to: Day, format: z.enum(REPORT_FORMATS), bom: z.boolean().optional() })
  .refine(({ from, to }) => from <= to, { message: 'expected a day that is not before `from`', path: ['to'] })
  .meta({ description: '`zone` is the workspace\u2019s unless it is said; without `channelKinds` all channels count.' });

export const CheckBody = z.strictObject({ sha256: Sha256 });
export const CheckedShape = z.object({
  report: ReportShape.nullable().meta({ description: 'Whose file it is; null = none of this desk.' }),
});

export const ColumnsShape = z.object({
  data: z.array(
    z.object({
      type: z.enum(REPORT_TYPES),
      columns: z.array(z.object({ id: z.string(), heading: z.string(), sentence: z.string() })),
    }),
  ),
});

const Period = z
  .union([z.strictObject({ days: z.int().min(1).max(366) }), z.strictObject({ months: z.int().min(1).max(24) })])
  .meta({ description: '`{days: 7}`: the seven days before the run; `{months: 1}`: the calendar month before it.' });
const Cron = words(64).meta({
  description: 'Five fields of cron, in `zone`: minute, hour, day of month, month, weekday. At most once an hour.',
});
const MailTo = z.array(Email).max(20);

export const ScheduleShape = z
  .object({
    id: Id,
    ...asked,
    name: z.string(),
    period: z.union([z.object({ days: z.int() }), z.object({ months: z.int() })]),
    cron: z.string(),
    mailTo: z.array(z.string()).meta({ description: 'E-mail addresses that are told, with a link.' }),
    paused: z.boolean(),
    by: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
    lastAt: Time.nullable(),
    nextAt: Time.nullable(),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
  })
  .meta({ id: 'ReportSchedule' });
export type ScheduleJson = z.input<typeof ScheduleShape>;

export const NewSchedule = z.strictObject({
  ...wanted,
  period: Period,
  format: z.enum(REPORT_FORMATS),
  bom: z.boolean().optional(),
  cron: Cron,
  mailTo: MailTo.optional(),
});

export const SchedulePatch = z.strictObject({
  name: words(200).optional(),
  channelKinds: Kinds.nullable().optional(),
  zone: Zone.optional(),
  period: Period.optional(),
  format: z.enum(REPORT_FORMATS).optional(),
  bom: z.boolean().optional(),
  cron: Cron.optional(),
  mailTo: MailTo.optional().meta({ description: 'In place of those that there are.' }),
  paused: z.boolean().optional(),
});
