import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import { deskNow } from '../live/link';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { dayIn, daysOf } from './days';
import { putReport, schedulesQuery } from './query';
import type { Report, Schedule } from './report';

export interface ScheduleActs {
  readonly busy: boolean;
  readonly failed: { readonly what: 'notStarted' | 'notChanged'; readonly error: Error } | null;
  readonly news: string;
  readonly run: () => void;
  readonly pause: () => void;
}

/** What it would make if it ran now. */
const reportNow = ({ type, name, channelKinds, zone, format, bom, period }: Schedule) => ({
  type,
  name,
  channelKinds,
  zone,
  format,
  ...(format === 'csv' ? { bom } : {}),
  ...daysOf(period, dayIn(zone, deskNow())),
});

/** What can be done with one schedule, beside changing and deleting it. */
export function useScheduleActs(schedule: Schedule): ScheduleActs {
  const { schedules: words } = useWords().reports;
  const queries = useQueryClient();
  const [news, tell] = useState('');
  const { id, name, version, paused } = schedule;
  const run = useMutation({
    mutationFn: () => ask<Report>('POST', '/reports', { body: reportNow(schedule), key: freshKey() }),
    onSuccess: (report) => {
      putReport(queries, report);
      tell(words.started(name));
      toast(words.started(name));
    },
  });
  const pause = useMutation({
    mutationFn: () => ask<Schedule>('PATCH', `/report-schedules/${id}`, { body: { paused: !paused }, ifMatch: version }),
    onSuccess: (now) => queries.setQueryData(schedulesQuery.queryKey, (all) => all?.map((one) => (one.id === id ? now : one))),
  });
  const doings = { notStarted: run, notChanged: pause } as const;
  const [failed] = Object.entries(doings).flatMap(([what, { error }]) => (error ? [{ what: what as keyof typeof doings, error }] : []));
  return {
    busy: run.isPending || pause.isPending,
    failed: failed ?? null,
    news,
    run: () => run.mutate(),
    pause: () => pause.mutate(),
  };
}
