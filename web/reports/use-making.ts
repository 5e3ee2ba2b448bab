import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import { useWorkspace } from '../api/workspace';
import { deskNow } from '../live/link';
import { useWords } from '../words';
import { dayIn } from './days';
import { askedFor, type Draft, draftOn, lackOf } from './draft';
import { putReport } from './query';
import type { Report } from './report';
import { useSaid } from './use-said';

/** The sentence, what it lacks, and asking. It keeps what is filled in; only a name of one's own is for one report. */
export function useMaking() {
  const { make: words } = useWords().reports;
  const { locale } = useWorkspace();
  const queries = useQueryClient();
  const said = useSaid();
  const zone = String(locale.timeZone);
  const [draft, change] = useState<Draft>(() => draftOn(dayIn(zone, deskNow()), zone));
  const [tried, tryIt] = useState(false);
  const [news, tell] = useState('');
  const lack = lackOf(draft);
  const set = (next: Partial<Draft>) => change((now) => ({ ...now, ...next }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask<Report>('POST', '/reports', { body: askedFor(draft, said), key: freshKey() }),
    onSuccess: (report) => {
      putReport(queries, report);
      tell(words.made(report.name));
      set({ name: null });
      tryIt(false);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tryIt(true);
    if (lack === null && !isPending) mutate();
  };
  return {
    draft,
    set,
    autoName: lack === null ? said.name(draft) : '',
    lack,
    /** What it lacks, once one has tried. */
    shown: tried || lack === 'backwards' ? lack : null,
    submit,
    making: isPending,
    error,
    news,
  };
}
