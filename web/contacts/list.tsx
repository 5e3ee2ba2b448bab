import { useNavigate } from '@tanstack/react-router';
import { Empty } from '../parts/empty';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { Rows } from './rows';
import { Search } from './search';
import { useContacts } from './use-contacts';

interface Props {
  readonly q: string | undefined;
  readonly openId: string | undefined;
  /** Nobody stands beside it: a phone. */
  readonly alone: boolean;
}

/** Everybody who wrote, and a search by name, phone in any spelling, or @name. */
export function ContactList({ q, openId, alone }: Props) {
  const { contacts, common, shell } = useWords();
  const found = useContacts(q);
  const go = useNavigate();
  const Frame = alone ? 'main' : 'section';
  const people = found.data?.pages.flatMap(({ data }) => data) ?? [];
  const look = (next: string) => void go({ to: '.', search: next ? { q: next } : {}, replace: true });
  return (
    <Frame className="list" aria-label={contacts.list}>
      <header className="bar">
        <h1>{shell.pages.contacts}</h1>
        <span className="grow" />
        {found.isFetching && found.data ? <span className="sm mute">{contacts.looking}</span> : null}
      </header>
      <Search q={q} onLook={look} />
      {found.error ? (
        <ProblemLine error={found.error} what={contacts.notLoaded}>
          <button type="button" className="btn small" onClick={() => void found.refetch()}>
            {common.problems.again}
          </button>
        </ProblemLine>
      ) : null}
      {found.data && people.length === 0 && !found.hasNextPage ? (
        <Empty
          icon={q ? 'search' : 'contacts'}
          title={q ? contacts.nothingFor(q) : contacts.none}
          says={q ? contacts.nothingForSays : contacts.noneSays}
        >
          {q ? (
            <button type="button" className="btn" onClick={() => look('')}>
              {contacts.clear}
            </button>
          ) : null}
        </Empty>
      ) : (
        <Rows people={people} openId={openId} q={q} more={found.hasNextPage && !found.isFetchingNextPage} onMore={found.fetchNextPage} />
      )}
    </Frame>
  );
}
