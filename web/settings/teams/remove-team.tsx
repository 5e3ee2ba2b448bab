import { useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { keepTeams, type Team } from './query';

interface Props {
  readonly team: Team;
  readonly onClose: () => void;
  /** Told what became of it, in words. */
  readonly onRemoved: (says: string) => void;
}

export function RemoveTeam({ team: { id, name }, onClose, onRemoved }: Props) {
  const { teams: words } = useWords();
  const queries = useQueryClient();
  const remove = async () => {
    await ask('DELETE', `/teams/${id}`);
    keepTeams(queries, (teams) => teams.filter((team) => team.id !== id));
    onRemoved(words.removed(name));
  };
  return (
    <AskDialog
      title={words.removeTitle(name)}
      says={[words.removeSays]}
      act={words.remove}
      notDone={words.notRemoved}
      onAct={remove}
      onClose={onClose}
    />
  );
}
