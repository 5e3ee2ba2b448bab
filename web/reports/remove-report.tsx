import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { AskDialog } from '../parts/ask-dialog';
import { useWords } from '../words';
import { dropReport } from './query';
import type { Report } from './report';

/** Its file can't be had back, so it is asked. */
export function RemoveReport({ report: { id, name }, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const { acts: words } = useWords().reports;
  const queries = useQueryClient();
  const remove = async () => {
    await ask('DELETE', `/reports/${id}`);
    dropReport(queries, id);
  };
  return (
    <AskDialog
      title={words.removeTitle(name)}
      says={[words.removeSays]}
      act={words.removeAct}
      notDone={words.notRemoved}
      onAct={remove}
      onClose={onClose}
    />
  );
}
