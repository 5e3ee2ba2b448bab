import { Link } from '@tanstack/react-router';
import { useSavedViews, useViewCounts } from '../api/views';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { Count } from './rail';

export function SavedViews() {
  const { shell } = useWords();
  const views = useSavedViews();
  const counts = useViewCounts();
  if (views.length === 0) return null;
  return (
    <>
      <div className="navhead">{shell.savedViews}</div>
      {views.map(({ id, name }) => (
        <Link
          key={id}
          className="nav"
          to="/inbox/$view/{-$ticketId}"
          params={{ view: id, ticketId: undefined }}
          activeOptions={{ includeSearch: false }}
          activeProps={{ className: 'on', 'aria-current': 'page' }}
          title={name}
        >
          <Icon name="star" />
          <bdi className="word cut">{name}</bdi>
          <Count of={counts[id] ?? null} />
        </Link>
      ))}
    </>
  );
}
