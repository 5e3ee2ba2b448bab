import type { ReactNode } from 'react';
import { isProblem } from '../api/ask';
import { useWords } from '../words';
import { Icon } from './icon';

interface Props {
  readonly error: unknown;
  /** What was not done, as a sentence's beginning: "Not saved". */
  readonly what: string;
  readonly children?: ReactNode;
}

/** What did not happen, why, and what now. A request number only when nothing else helps. */
export function ProblemLine({ error, what, children }: Props) {
  const { problems } = useWords().common;
  const internal = isProblem(error, 'internal');
  const why = isProblem(error, 'offline') ? problems.offline : isProblem(error) ? error.message : problems.unknown;
  return (
    <div className="bannerline bad" role="alert">
      <Icon name="failed" />
      <span className="grow">
        <b>{what}:</b> {why} {internal && error.requestId ? <span className="mono">{error.requestId}</span> : null}
      </span>
      {children}
    </div>
  );
}
