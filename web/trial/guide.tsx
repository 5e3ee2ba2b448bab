import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { STEPS, type Step } from './steps';

interface Props {
  readonly done: ReadonlySet<Step>;
  readonly now: Step | null;
  readonly openPhone: () => void;
}

/** The six steps; each ticks itself when it happens. That this is a trial never leaves the screen. */
export function Guide({ done, now, openPhone }: Props) {
  const { trial, shell } = useWords();
  return (
    <div className="guide">
      <ol aria-label={trial.steps}>
        {STEPS.map((step, at) => (
          <li
            key={step}
            className={`st ${done.has(step) ? 'ok' : step === now ? 'now' : ''}`}
            aria-current={step === now ? 'step' : undefined}
          >
            <span className="bul">{done.has(step) ? <Icon name="check" size="xs" /> : at + 1}</span>
            {step === 'connect' ? (
              <Link to="/settings/channels/new" search={{}}>
                {trial.step.connect}
              </Link>
            ) : (
              trial.step[step]
            )}
            {done.has(step) ? <span className="unseen">{trial.ticked}</span> : null}
          </li>
        ))}
      </ol>
      <span className="grow" />
      <button type="button" className="btn small wantsphone" onClick={openPhone}>
        <Icon name="phone" />
        {trial.phone}
      </button>
      <span className="trialmark">
        <Icon name="lock" size="xs" />
        {shell.trialMark}
      </span>
      <End />
    </div>
  );
}

/** It can't be taken back, so it asks. */
function End() {
  const { trial, common } = useWords();
  const [asking, ask_] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const queries = useQueryClient();
  const go = useNavigate();
  const end = async () => {
    try {
      await ask('DELETE', '/trial');
      ask_(false);
      await go({ to: '/welcome' });
      await queries.invalidateQueries();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <button type="button" className="btn quiet small" onClick={() => ask_(true)}>
        {trial.end}
      </button>
      <Modal opened={asking} onClose={() => ask_(false)} title={trial.endTitle} closeButtonProps={{ 'aria-label': common.close }}>
        <p>{trial.endSays}</p>
        {error ? <ProblemLine error={error} what={trial.endFailed} /> : null}
        <div className="row asks">
          <button type="button" className="btn quiet" onClick={() => ask_(false)}>
            {common.cancel}
          </button>
          <button type="button" className="btn bad" onClick={() => void end()}>
            {trial.endButton}
          </button>
        </div>
      </Modal>
    </>
  );
}
