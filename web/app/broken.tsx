import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblem } from '../api/ask';
import { Icon } from '../parts/icon';
import { useWords } from '../words';

/** A part that broke, in its own place: the rest goes on. */
export function Broken({ error }: Pick<ErrorComponentProps, 'error'>) {
  const { problems } = useWords().common;
  const { reset } = useQueryErrorResetBoundary();
  const router = useRouter();
  useEffect(reset, [reset]);
  const number = isProblem(error) ? error.requestId : null;
  return (
    <div className="bannerline bad" role="alert">
      <Icon name="warning" />
      <span className="grow">
        <b>{problems.brokenPart}</b> {isProblem(error, 'offline') ? problems.offline : problems.restWorks}
        {number ? <span className="mono"> {number}</span> : null}
      </span>
      <button type="button" className="btn small" onClick={() => void router.invalidate()}>
        {problems.loadAgain}
      </button>
    </div>
  );
}
