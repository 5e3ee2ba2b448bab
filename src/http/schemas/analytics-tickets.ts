import { z } from 'zod';
import { TicketsThen, TicketsThenQuery } from './analytics-past';
import { MetricTickets, MetricTicketsQuery } from './analytics-summary';

/** What a number is made of, or what stood at a moment: each with what it takes, and nothing of the other. */
export const AnyTicketsQuery = z
  .strictObject({
    ...MetricTicketsQuery.partial().shape,
    ...TicketsThenQuery.partial().shape,
    limit: TicketsThenQuery.shape.limit,
    hours: z
      .enum(['all', 'business'])
      .optional()
      .meta(MetricTicketsQuery.shape.hours.meta() ?? {}),
  })
  .superRefine((query, context) => {
    const { error } = (query.metric === undefined ? TicketsThenQuery : MetricTicketsQuery).safeParse(query);
    for (const { path, message, ...issue } of error?.issues ?? [])
      for (const at of issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [path])
        context.addIssue({ code: 'custom', path: [...at], message: issue.code === 'unrecognized_keys' ? 'unknown field' : message });
  });

export const AnyTickets = z.union([MetricTickets, TicketsThen]);
