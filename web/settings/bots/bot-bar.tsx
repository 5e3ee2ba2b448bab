import type { UseMutationResult } from '@tanstack/react-query';
import { isProblem } from '../../api/ask';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import type { Bot } from '../channels/queries';

interface Props {
  readonly isNew: boolean;
  readonly saving: UseMutationResult<Bot, Error, void>;
  readonly onDiscard: () => void;
}

export function BotBar({ isNew, saving: { error, isPending, mutate }, onDiscard }: Props) {
  const { bots: words, common } = useWords();
  const stale = isProblem(error, 'stale');
  const atFields = isProblem(error) && error.errors.length > 0;
  return (
    <>
      {error && !stale && !atFields ? <ProblemLine error={error} what={common.problems.notSaved} /> : null}
      <span className={`grow ${stale || atFields ? 'bad-t' : 'soft'}`} role="status">
        {stale ? words.stale : atFields ? words.somethingWrong : isNew ? words.fresh : words.changed}
      </span>
      {isNew ? null : (
        <button type="button" className="btn quiet" disabled={isPending} onClick={onDiscard}>
          {stale ? words.takeTheirs : words.discard}
        </button>
      )}
      <button type="button" className="btn go" disabled={isPending} onClick={() => mutate()}>
        {isPending ? common.saving : common.save}
      </button>
    </>
  );
}
