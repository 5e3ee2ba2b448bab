import { AskDialog } from '../../parts/ask-dialog';
import { useWords } from '../../words';
import { type Field, useSaveFields } from './query';

interface Props {
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly onClose: () => void;
}

export function RemoveField({ field, fields, onClose }: Props) {
  const { fields: words } = useWords();
  const saving = useSaveFields();
  return (
    <AskDialog
      title={words.removeTitle(field.name)}
      says={[words.removeSays]}
      act={words.remove}
      notDone={words.notRemoved}
      onAct={() => saving.mutateAsync(fields.filter(({ key }) => key !== field.key))}
      onClose={onClose}
    />
  );
}
