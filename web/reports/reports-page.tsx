import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useWorkspace } from '../api/workspace';
import { AdminsOnly } from '../parts/admins-only';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { CheckDialog } from './check-dialog';
import { HistoryTab } from './history-tab';
import './reports.css';
import { SchedulesTab } from './schedules-tab';
import { Tabs } from './tabs';

/** Reports: asked for in a sentence, made in the background, kept for a while; and those that are made by themselves. */
export function ReportsPage() {
  const { reports: words, shell } = useWords();
  const { me } = useWorkspace();
  useEffect(() => {
    document.title = `${shell.pages.reports} · ${shell.desk}`;
  }, [shell]);
  return me.role === 'admin' ? <Page /> : <AdminsOnly page={shell.pages.reports} says={words.adminsOnly} />;
}

function Page() {
  const { reports: words, shell } = useWords();
  const { tab } = useSearch({ from: '/desk/reports' });
  const [checking, check] = useState(false);
  return (
    <main className="page reports">
      <header className="pagehead">
        <h1>{shell.pages.reports}</h1>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => check(true)}>
          <Icon name="shield" />
          {words.check.open}
        </button>
      </header>
      <div className="rep">
        <Tabs now={tab ?? 'history'} />
        {tab === 'schedules' ? <SchedulesTab /> : <HistoryTab />}
      </div>
      {checking ? <CheckDialog onClose={() => check(false)} /> : null}
    </main>
  );
}
