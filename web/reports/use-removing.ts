import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import { toast } from '../parts/toast';
import { useWords } from '../words';
import { schedulesQuery } from './query';
import type { Schedule } from './report';
import { bodyOf, formOf } from './schedule-form';

/** The same schedule once more, paused if it was. */
async function anew(schedule: Schedule): Promise<Schedule> {
  const made = await ask<Schedule>('POST', '/report-schedules', { body: bodyOf(formOf(schedule), true), key: freshKey() });
  if (!schedule.paused) return made;
  return ask<Schedule>('PATCH', `/report-schedules/${made.id}`, { body: { paused: true }, ifMatch: made.version });
}

/** Deletes schedules; it is taken back by adding the same anew. */
export function useRemoving() {
  const { common, reports } = useWords();
  const { schedules: words } = reports;
  const queries = useQueryClient();
  const change = (to: (all: Schedule[]) => Schedule[]) => queries.setQueryData(schedulesQuery.queryKey, (now) => now && to(now));
  const back = useMutation({ mutationFn: anew, onSuccess: (made) => change((all) => [...all, made]) });
  const remove = useMutation({
    mutationFn: ({ id }: Schedule) => ask('DELETE', `/report-schedules/${id}`),
    onSuccess: (_, schedule) => {
      change((all) => all.filter(({ id }) => id !== schedule.id));
      toast(words.removed(schedule.name), { label: common.undo, act: () => back.mutate(schedule) });
    },
  });
  const failed = remove.error ? ({ what: 'notRemoved', error: remove.error } as const) : null;
  return { remove: remove.mutate, failed: back.error ? ({ what: 'notBack', error: back.error } as const) : failed };
}
