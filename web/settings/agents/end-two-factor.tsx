import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Account } from '../../api/types';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { keepAgents } from './query';

/** For a colleague who has lost the phone. */
export function EndTwoFactorOf({ agent: { id, name }, onClose }: { readonly agent: Account; readonly onClose: () => void }) {
  const { people } = useWords().account;
  const queries = useQueryClient();
  const end = async () => {
    await ask('DELETE', `/agents/${id}/totp`);
    keepAgents(queries, (agents) => agents.map((agent) => (agent.id === id ? { ...agent, twoFactor: false } : agent)));
  };
  return (
    <AskDialog
      title={people.endTitle(name)}
      says={[people.endSays]}
      act={people.endAct}
      notDone={people.notEnded}
      onAct={end}
      onClose={onClose}
    />
  );
}
