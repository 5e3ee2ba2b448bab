import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { focusComposer } from './draft';
import { newerIn } from './seen';
import type { Writing } from './use-writing';

interface Props {
  readonly writing: Writing;
  readonly reason: string;
}

/** Why it can't be sent, or wasn't, and what will become of it. */
export function Foot({ writing: { draft, mode, text, off, judgement, send }, reason }: Props) {
  const { composer } = useWords();
  const { trouble } = draft;
  const says = off ?? (judgement.parts > 1 ? composer.parts(judgement.parts) : null);
  const seen = text.trim() !== '' && says !== null;
  const again = () => {
    send();
    // The button goes with what it says.
    focusComposer();
  };
  return (
    <>
      {trouble?.what === mode && newerIn(trouble) === null ? (
        <ProblemLine error={trouble.error} what={composer.failed[mode]}>
          {off === null ? (
            <button type="button" className="btn small" onClick={again}>
              {composer.retry}
            </button>
          ) : null}
        </ProblemLine>
      ) : null}
      <p className={`saying ${off === null ? '' : 'off'}`} role="status">
        {seen ? says : null}
      </p>
      <p className="unseen" id={reason}>
        {off}
      </p>
    </>
  );
}
