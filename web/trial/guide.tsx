import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/ask';
import { AskDialog } from '../parts/ask-dialog';
import { Icon } from '../parts/icon';
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
  const { trial } = useWords();
  const [asking, askFirst] = useState(false);
  const queries = useQueryClient();
  const go = useNavigate();
  const end = async () => {
    await ask('DELETE', '/trial');
    await go({ to: '/welcome' });
    await queries.invalidateQueries();
  };
  return (
    <>
      <button type="button" className="btn quiet small" onClick={() => askFirst(true)}>
        {trial.end}
      </button>
      {asking ? (
        <AskDialog
          title={trial.endTitle}
          says={[trial.endSays]}
          act={trial.endButton}
          notDone={trial.endFailed}
          onAct={end}
          onClose={() => askFirst(false)}
        />
      ) : null}
    </>
  );
}
