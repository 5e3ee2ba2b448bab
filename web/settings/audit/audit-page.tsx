import { useState } from 'react';
import { Empty } from '../../parts/empty';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import { type Filters, isFiltered, NO_FILTERS } from './asked';
import './audit.css';
import { ChangesDrawer } from './changes-drawer';
import { FilterLine } from './filter-line';
import { LogTable } from './log-table';
import { More } from './more';
import type { Entry } from './said';
import { useLog } from './use-log';

/** What admins changed, the newest first. */
export function AuditPage() {
  const { settings, access } = useWords();
  const { audit: words } = access;
  const title = settings.frame.sections.audit;
  const [filters, filter] = useState<Filters>(NO_FILTERS);
  const [looked, look] = useState<Entry | null>(null);
  const { entries, error, more, reading } = useLog(filters);
  if (!entries) return <Loading title={title} error={error} rows={8} />;
  const filtered = isFiltered(filters);
  return (
    <SettingsFrame title={title} says={words.says}>
      <div className="audit">
        <FilterLine filters={filters} onFilter={filter} />
        {error ? <ProblemLine error={error} what={words.notRead} /> : null}
        {entries.length > 0 ? (
          <LogTable entries={entries} onLook={look} />
        ) : (
          <Nothing filtered={filtered} onClear={() => filter(NO_FILTERS)} />
        )}
        {more ? <More reading={reading} onMore={more} /> : null}
      </div>
      {looked ? <ChangesDrawer entry={looked} onClose={() => look(null)} /> : null}
    </SettingsFrame>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { audit: words } = useWords().access;
  if (!filtered) return <Empty icon="history" title={words.emptyTitle} says={words.emptySays} />;
  return (
    <Empty icon="filter" title={words.noneTitle} says={words.noneSays}>
      <button type="button" className="btn" onClick={onClear}>
        {words.clear}
      </button>
    </Empty>
  );
}
