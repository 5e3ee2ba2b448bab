import { useNavigate } from '@tanstack/react-router';
import type { Status } from '../../api/types';
import { Icon } from '../../parts/icon';
import { IN_PLACE, Menu } from '../../parts/menu';
import { StatusPill } from '../../parts/status-pill';
import { useLanguage } from '../../words';
import type { BoardSearch } from '../search';
import type { ColumnThen } from './read';

interface Props {
  readonly columns: readonly ColumnThen[];
  readonly now: ColumnThen;
}

/** On a phone: which one column is shown, and what became of its stage. */
export function ColumnMenuThen({ columns, now }: Props) {
  const { language, words } = useLanguage();
  const go = useNavigate();
  return (
    <Menu {...IN_PLACE} position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className={`btn columnmenu ${now.stage?.deletedAt ? 'gone' : ''}`}>
          <span className="unseen">{words.board.choose}: </span>
          <span className="row tight">
            <Name column={now} />
            <span className="count">{now.tickets.toLocaleString(language)}</span>
          </span>
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.Item
            key={column.key}
            rightSection={<span className="count">{column.tickets.toLocaleString(language)}</span>}
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

function Name({ column: { key, stage } }: { readonly column: ColumnThen }) {
  if (!stage) return <StatusPill status={key as Status} />;
  return (
    <span className="row tight">
      <span className="swatch" data-color={stage.color} />
      <bdi className="cut">{stage.name}</bdi>
    </span>
  );
}
