import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../parts/icon';
import { StatusPill } from '../parts/status-pill';
import { useWords } from '../words';
import type { Column } from './columns';
import type { BoardSearch } from './search';

interface Props {
  readonly columns: readonly Column[];
  readonly now: Column;
}

/** On a phone: which one column is shown. */
export function ColumnMenu({ columns, now }: Props) {
  const { board } = useWords();
  const go = useNavigate();
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <button type="button" className="btn columnmenu" aria-label={board.choose}>
          <Name column={now} />
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
