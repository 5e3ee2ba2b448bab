import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Agent } from '../../api/types';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { keepAgents } from './query';

export function RemoveAgent({ agent: { id, name }, onClose }: { readonly agent: Agent; readonly onClose: () => void }) {
  const { agents: words } = useWords();
  const queries = useQueryClient();
  const remove = async () => {
    await ask('DELETE', `/agents/${id}`);
    keepAgents(queries, (agents) => agents.filter((agent) => agent.id !== id));
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
