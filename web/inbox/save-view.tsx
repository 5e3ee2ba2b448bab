import { type FormEvent, useState } from 'react';
import type { SavedView } from '../api/views';
import { useWorkspace } from '../api/workspace';
import { Modal } from '../parts/dialog';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useKeepView } from './use-keep-view';

interface Props {
  /** The view that gets another name; without one, a new view. */
  readonly view?: SavedView;
  readonly query: SavedView['query'];
  readonly onClose: () => void;
}

/** Asks for a view's name, and an admin whether it is for everybody. */
export function SaveView({ view, query, onClose }: Props) {
  const { inbox, common } = useWords();
  const { me } = useWorkspace();
  const { add, change } = useKeepView();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, share] = useState(view?.shared ?? false);
  const writing = view ? change : add;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = { onSuccess: onClose };
    if (view) change.mutate({ view, change: { name, shared } }, done);
    else add.mutate({ name, query, shared }, done);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? inbox.view.renameTitle : inbox.view.saveTitle}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className="asking" onSubmit={submit}>
        {writing.error ? <ProblemLine error={writing.error} what={common.problems.notSaved} /> : null}
        <div className="field">
          <label htmlFor="view-name">{inbox.view.name}</label>
          <input
            id="view-name"
            className="input"
            data-autofocus
            required
            maxLength={64}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {me.role === 'admin' ? (
          <label className="ticked">
            <input type="checkbox" checked={shared} onChange={(event) => share(event.target.checked)} />
            <span>
              {inbox.view.shared}
              <span className="hint block">{inbox.view.sharedHint}</span>
            </span>
          </label>
        ) : null}
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={name.trim() === '' || writing.isPending}>
            {writing.isPending ? common.saving : common.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
