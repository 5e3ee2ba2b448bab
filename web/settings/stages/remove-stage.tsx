import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { keepStages, type StageRow, stagesQuery } from './query';

interface Props {
  readonly stage: StageRow;
  readonly onClose: () => void;
  /** Told what became of it, in words. */
  readonly onRemoved: (says: string) => void;
}

export function RemoveStage({ stage: { key, name, tickets: used = 0 }, onClose, onRemoved }: Props) {
  const { stages: words } = useWords();
  const queries = useQueryClient();
  const remove = async () => {
    const { tickets } = await ask<{ readonly tickets: number }>('DELETE', `/stages/${encodeURIComponent(key)}`);
    keepStages(queries, (stages) => stages.filter((stage) => stage.key !== key));
    void queries.invalidateQueries({ queryKey: stagesQuery.queryKey });
    onRemoved(words.removed(name, tickets));
  };
  return (
    <AskDialog
      title={words.removeTitle(name)}
      says={[words.moves(used), words.removeSays]}
      act={words.remove}
      notDone={words.notRemoved}
      onAct={remove}
      onClose={onClose}
    />
  );
}
