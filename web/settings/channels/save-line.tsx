import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import type { Saving } from './use-channel-save';

interface Props {
  readonly saving: Saving;
  /** How many changes wait to be saved. */
  readonly changes: number;
  /** What the button is called; none: Save. */
  readonly act?: string;
  readonly blocked?: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Saves, says what came of it, and keeps what was typed when somebody else was faster. */
export function SaveLine({ saving, changes, act, blocked, onSave, onDiscard }: Props) {
  const { common, channels } = useWords();
  const { save } = channels;
  return (
    <div className="saveline">
      <Trouble saving={saving} />
      {changes > 0 ? (
        <div className="row">
          <button type="button" className="btn go" disabled={saving.saving || saving.stale || blocked} onClick={onSave}>
            {saving.saving ? common.saving : (act ?? common.save)}
          </button>
          <button type="button" className="btn" disabled={saving.saving} onClick={onDiscard}>
            {save.discard}
          </button>
          <span className="sm mute">{save.changes(changes)}</span>
        </div>
      ) : null}
      <span className="sm good" role="status">
        {saving.saved && changes === 0 ? save.saved : null}
      </span>
    </div>
  );
}

/** Why it was not saved, unless that stands at a field. */
export function Trouble({ saving }: { readonly saving: Saving }): ReactNode {
  const { save } = useWords().channels;
  if (saving.error) return <ProblemLine error={saving.error} what={save.notSaved} />;
  if (!saving.stale) return null;
  return (
    <div className="bannerline warn" role="alert">
      <Icon name="warning" />
      <span className="grow">
        <b>{save.staleTitle}</b> {save.staleSays}
      </span>
      <button type="button" className="btn small" onClick={() => void saving.loadTheirs()}>
        {save.load}
      </button>
    </div>
  );
}
