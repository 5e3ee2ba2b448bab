import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words';
import { schedulesQuery } from './query';

const TABS = ['history', 'schedules'] as const;

export function Tabs({ now }: { readonly now: (typeof TABS)[number] }) {
  const { tabs } = useWords().reports;
  const { data: schedules } = useQuery(schedulesQuery);
  return (
    <nav className="tabs" aria-label={tabs.label}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          to="/reports"
          search={tab === 'schedules' ? { tab } : {}}
          className={tab === now ? 'on' : undefined}
          activeProps={{}}
          aria-current={tab === now ? 'page' : undefined}
        >
          {tabs[tab]}
          {tab === 'schedules' && schedules?.length ? <span className="count"> {schedules.length}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
