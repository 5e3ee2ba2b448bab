import type { SavedView } from '../api/views';
import { Modal } from '../parts/dialog';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useKeepView } from './use-keep-view';

/** A view that is deleted does not come back, so this is asked. */
export function RemoveView({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }) {
  const { inbox, common } = useWords();
  const { remove } = useKeepView();
  return (
    <Modal opened onClose={onClose} title={inbox.view.removeTitle(view.name)} closeButtonProps={{ 'aria-label': common.close }}>
      <div className="asking">
        {remove.error ? <ProblemLine error={remove.error} what={inbox.view.notRemoved} /> : null}
        <p className="soft">
          {view.shared ? `${inbox.view.removeShared} ` : ''}
          {inbox.view.removeSays}
        </p>
        <div className="row end">
          <button type="button" className="btn" data-autofocus onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" className="btn bad" disabled={remove.isPending} onClick={() => remove.mutate(view, { onSuccess: onClose })}>
            {inbox.view.remove}
          </button>
        </div>
      </div>
    </Modal>
  );
}
