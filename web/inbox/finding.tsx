import { useState } from 'react';
import { useWords } from '../words';
import { type FilterName, Filters } from './filters';
import { PhoneChips } from './phone-chips';
import { SearchBox } from './search-box';
import { SortMenu } from './sort-menu';
import { UnreadFilter } from './unread-filter';
import { useAddress, useNarrow } from './use-address';
import { useFrame } from './use-frame';

const NEAR: readonly FilterName[] = ['status', 'stage', 'channel'];
const ALL: readonly FilterName[] = [...NEAR, 'team', 'assignee', 'priority'];

/** The row of chips under the title; with `open`, the search and every filter. */
export function Finding({ open, onLeave }: { readonly open: boolean; readonly onLeave: () => void }) {
  const phone = useFrame() === 'phone';
  if (!open && phone) return <PhoneChips />;
  if (!open)
    return (
      <div className="filters">
        <SortMenu />
        <span className="grow" />
        <Filters names={NEAR} />
      </div>
    );
  return (
    <search className="finding">
      <SearchBox onLeave={onLeave} />
      <div className="chips">
        <SortMenu />
        <Filters names={ALL} />
        <TagFilter />
        <UnreadFilter />
        <Clear />
      </div>
    </search>
  );
}

/** Tags are the agents' own words: one writes the one to look for. */
function TagFilter() {
  const { search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const [text, setText] = useState(search.tag ?? '');
  const set = () => narrow({ tag: text.trim() || undefined });
  return (
    <label className={`chip writing ${search.tag ? 'on' : ''}`}>
      {inbox.filters.tag}
      <input
        value={text}
        aria-label={inbox.anyTag}
        dir="auto"
        maxLength={64}
        onChange={(event) => setText(event.target.value)}
        onBlur={set}
        onKeyDown={(event) => event.key === 'Enter' && set()}
      />
    </label>
  );
}

function Clear() {
  const { search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  if (Object.keys(search).length === 0) return null;
  const nothing = {
    status: undefined,
    stage: undefined,
    channel: undefined,
    team: undefined,
    assignee: undefined,
    priority: undefined,
    tag: undefined,
  };
  return (
    <button type="button" className="link sm" onClick={() => narrow({ ...nothing, unread: undefined, q: undefined, sort: undefined })}>
      {inbox.clear}
    </button>
  );
}
