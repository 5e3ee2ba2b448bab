import { z } from 'zod';
import { DAYS } from '../../domain/hours';

const Spans = z.array(z.strictObject({ from: z.string(), to: z.string() }));

/** Working hours as the API takes and gives them; what the shape leaves open the table of settings checks. */
export const HoursShape = z
  .strictObject({
    timeZone: z.string(),
    days: z.strictObject(Object.fromEntries(DAYS.map((day) => [day, Spans])) as Record<(typeof DAYS)[number], typeof Spans>),
    holidays: z.array(z.strictObject({ date: z.string(), name: z.string(), spans: Spans })),
  })
  .meta({
    id: 'Hours',
    description:
      'Local times as HH:MM. A span that ends at or before its begin ends on the next day; 24:00 is the end of the day. A holiday\u2019s spans stand in for those of its weekday.',
  });
