import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ProblemLine } from '../parts/problem-line';
import { WrongText } from '../parts/wrong-text';
import { useWords } from '../words';
import { ColumnsDialog } from './columns-dialog';
import { MakeMore } from './make-more';
import { MakeSentence } from './make-sentence';
import { useAbout } from './use-about';
import { useMaking } from './use-making';

/** Asks for a report: one sentence to fill in. */
export function Make() {
  const { reports, shell } = useWords();
  const { make: words } = reports;
  const { draft, set, autoName, lack, shown, submit, making, error, news } = useMaking();
  const [columns, showColumns] = useState(false);
  const [more, showMore] = useState(false);
  const id = useId();
  const about = useAbout(draft, lack === null);
  return (
    <form className="card" onSubmit={submit} aria-labelledby={id} noValidate>
      <h2 id={id} className="unseen">
        {words.title}
      </h2>
      {error ? <ProblemLine error={error} what={words.notMade} /> : null}
      <MakeSentence draft={draft} wrong={shown ? `${id}-wrong` : undefined} making={making} onSet={set} />
      <div className="hint below">
        {shown ? <WrongText id={`${id}-wrong`} says={words[shown]} /> : null}
        <p>
          {about === null ? null : `${about > 0 ? words.about(about) : words.noRows} `}
          {words.same.before}
          {lack ? (
            shell.pages.analytics
          ) : (
            <Link to="/analytics" search={{ from: draft.from, to: draft.to, zone: draft.zone }}>
              {shell.pages.analytics}
            </Link>
          )}
          {words.same.after} {words.columns}{' '}
          <button type="button" className="link" onClick={() => showColumns(true)}>
            {words.listed}
          </button>
          .
        </p>
        <button type="button" className="link" aria-expanded={more} aria-controls={`${id}-more`} onClick={() => showMore(!more)}>
          {words.more}
        </button>
      </div>
      <div id={`${id}-more`}>{more ? <MakeMore draft={draft} autoName={autoName} onSet={set} /> : null}</div>
      <p className="unseen" role="status">
        {news}
      </p>
      {columns ? <ColumnsDialog type={draft.type} onClose={() => showColumns(false)} /> : null}
    </form>
  );
}
