import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask, isProblem } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import { useWorkspace } from '../api/workspace';
import { useWords } from '../words';
import { schedulesQuery } from './query';
import type { Schedule } from './report';
import { bodyOf, formOf, lacksOf, newForm, type ScheduleForm } from './schedule-form';

type Wrong = { readonly [Field in 'name' | 'when' | 'mailTo']: string | undefined };

/** A schedule in the making, what is wrong with it, and saving it. */
export function useScheduleForm(schedule: Schedule | null, onDone: () => void) {
  const { schedule: words } = useWords().reports;
  const { locale } = useWorkspace();
  const queries = useQueryClient();
  const [form, change] = useState<ScheduleForm>(() => (schedule ? formOf(schedule) : newForm(String(locale.timeZone))));
  const [tried, tryIt] = useState(false);
  const lacks = lacksOf(form);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      schedule
        ? ask<Schedule>('PATCH', `/report-schedules/${schedule.id}`, { body: bodyOf(form, false), ifMatch: schedule.version })
        : ask<Schedule>('POST', '/report-schedules', { body: bodyOf(form, true), key: freshKey() }),
    onSuccess: (saved) => {
      queries.setQueryData(schedulesQuery.queryKey, (now) =>
        now?.some(({ id }) => id === saved.id) ? now.map((one) => (one.id === saved.id ? saved : one)) : [...(now ?? []), saved],
      );
      onDone();
    },
  });
  const wrong: Record<keyof Wrong, string | undefined> = { name: undefined, when: undefined, mailTo: undefined };
  if (isProblem(error))
    for (const { path, message } of error.errors) {
      const field = path.startsWith('mailTo') ? 'mailTo' : path === 'cron' ? 'when' : path;
      if (field in wrong) wrong[field as keyof Wrong] = message;
    }
  if (tried) for (const lack of lacks) wrong[lack.field] = 'says' in lack ? words[lack.says] : words.noMail(lack.word);
  return {
    form,
    set: (next: Partial<ScheduleForm>) => change((now) => ({ ...now, ...next })),
    wrong: wrong as Wrong,
    submit: (event: FormEvent) => {
      event.preventDefault();
      tryIt(true);
      if (lacks.length === 0 && !isPending) mutate();
    },
    saving: isPending,
    error,
  };
}
