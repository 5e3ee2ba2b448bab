import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { type Token, tokensQuery } from './query';

export function RevokeToken({ token: { id, name }, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const { tokens: words } = useWords().access;
  const queries = useQueryClient();
  const revoke = async () => {
    await ask('DELETE', `/tokens/${id}`);
    queries.setQueryData(tokensQuery.queryKey, (now) => now?.filter((token) => token.id !== id));
  };
  return (
    <AskDialog
      title={words.revokeTitle(name)}
      says={[words.revokeSays]}
      act={words.revokeAct}
      notDone={words.notRevoked}
      onAct={revoke}
      onClose={onClose}
    />
  );
}
