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
import { bodyOf, formOf } from './schedule-form';

export interface ScheduleActs {
  readonly busy: boolean;
  readonly failed: { readonly what: 'notStarted' | 'notChanged' | 'notRemoved' | 'notBack'; readonly error: Error } | null;
  readonly news: string;
  readonly run: () => void;
  readonly pause: () => void;
  readonly remove: () => void;
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

/** What can be done with one schedule, beside changing it. Deleting is taken back by adding it anew. */
export function useScheduleActs(schedule: Schedule): ScheduleActs {
  const { common, reports } = useWords();
  const { schedules: words } = reports;
  const queries = useQueryClient();
  const [news, tell] = useState('');
  const { id, name, version, paused } = schedule;
  const change = (to: (all: Schedule[]) => Schedule[]) => queries.setQueryData(schedulesQuery.queryKey, (now) => now && to([...now]));
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
    onSuccess: (now) => change((all) => all.map((one) => (one.id === id ? now : one))),
  });
  const back = async () => {
    const again = await ask<Schedule>('POST', '/report-schedules', { body: bodyOf(formOf(schedule), true), key: freshKey() });
    change((all) => [...all, again]);
  };
  const remove = useMutation({
    mutationFn: () => ask('DELETE', `/report-schedules/${id}`),
    onSuccess: () => {
      change((all) => all.filter((one) => one.id !== id));
      toast(words.removed(name), { label: common.undo, act: () => void back() });
    },
  });
  const doings = { notStarted: run, notChanged: pause, notRemoved: remove } as const;
  const [failed] = Object.entries(doings).flatMap(([what, { error }]) => (error ? [{ what: what as keyof typeof doings, error }] : []));
  return {
    busy: run.isPending || pause.isPending || remove.isPending,
    failed: failed ?? null,
    news,
    run: () => run.mutate(),
    pause: () => pause.mutate(),
    remove: () => remove.mutate(),
  };
}
