import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { StatusPill } from '../parts/status-pill';
import { useLanguage } from '../words';
import type { Column } from './columns';
import type { BoardSearch } from './search';
import { useCountsOf } from './use-count';

interface Props {
  readonly columns: readonly Column[];
  readonly now: Column;
}

/** On a phone: which one column is shown. */
export function ColumnMenu({ columns, now }: Props) {
  const { language, words } = useLanguage();
  const { board } = words;
  const counts = useCountsOf(now.query, useWorkspace().me.id);
  const go = useNavigate();
  return (
    <Menu {...IN_PLACE} position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className="btn columnmenu">
          <span className="unseen">{board.choose}: </span>
          <span className="row tight">
            <Name column={now} />
            {counts ? <span className="count">{(counts.open + counts.closed).toLocaleString(language)}</span> : null}
          </span>
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.Item
            key={column.key}
            rightSection={column.key === now.key ? <Icon name="check" /> : null}
            aria-current={column.key === now.key || undefined}
            onClick={() => void go({ to: '/board', search: (search: BoardSearch) => ({ ...search, column: column.key }), replace: true })}
          >
            <Name column={column} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Name({ column }: { readonly column: Column }) {
  if (column.kind === 'status') return <StatusPill status={column.status} />;
  return (
    <span className="row tight">
      <span className="swatch" data-color={column.stage.color} />
      <bdi className="cut">{column.stage.name}</bdi>
    </span>
  );
}
