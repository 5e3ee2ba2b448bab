import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { SORTS } from './order';
import { useAddress, useNarrow } from './use-address';

/** In which order; the chip says which. */
export function SortMenu() {
  const { query, own, search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const now = query.sort ?? '-number';
  const usual = search.q === undefined ? own?.sort : '-lastMessageAt';
  return (
    <Menu {...IN_PLACE} position="bottom-start" shadow="lg">
      <Menu.Target>
        <button type="button" className="chip" aria-label={`${inbox.sortBy}: ${inbox.sorts[now]}`}>
          <Icon name="sort" />
          {inbox.sorts[now]}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(SORTS.some((sort) => sort === own?.sort) || !own?.sort ? SORTS : [own.sort, ...SORTS]).map((sort) => (
          <Menu.Item
            key={sort}
            role="menuitemradio"
            aria-checked={sort === now}
            rightSection={sort === now ? <Icon name="check" size="s" /> : null}
            onClick={() => narrow({ sort: sort === usual ? undefined : sort })}
          >
            {inbox.sorts[sort]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
