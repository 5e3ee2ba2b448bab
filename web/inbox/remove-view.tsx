import type { SavedView } from '../api/views';
import { AskDialog } from '../parts/ask-dialog';
import { useWords } from '../words';
import { useKeepView } from './use-keep-view';

/** A view that is deleted does not come back, so this is asked. */
export function RemoveView({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }) {
  const words = useWords().inbox.view;
  const { remove } = useKeepView();
  return (
    <AskDialog
      title={words.removeTitle(view.name)}
      says={view.shared ? [words.removeShared, words.removeSays] : [words.removeSays]}
      act={words.remove}
      notDone={words.notRemoved}
      onAct={() => remove.mutateAsync(view)}
      onClose={onClose}
    />
  );
}
