import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words';
import { isUnderWay, type Report } from './report';

const SAID: ReadonlySet<Report['state']> = new Set(['ready', 'failed']);

/** What became of a report since one began to look, for who hears the page. */
export function useNews(reports: readonly Report[] | undefined): string {
  const { history: words } = useWords().reports;
  const awaited = useRef(new Set<string>());
  const [news, tell] = useState('');
  useEffect(() => {
    for (const report of reports ?? []) {
      if (isUnderWay(report)) awaited.current.add(report.id);
      else if (awaited.current.delete(report.id) && SAID.has(report.state))
        tell(words[report.state === 'ready' ? 'done' : 'failed'](report.name));
    }
  }, [reports, words]);
  return news;
}
