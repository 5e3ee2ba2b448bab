import type { ReactNode } from 'react';
import { Icon } from '../parts/icon';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import type { Saving } from './use-saving';

interface Props {
  readonly label: string;
  /** The id of the label, for what is named by it; without `htmlFor` it is no label of one field. */
  readonly id: string;
  readonly htmlFor?: string;
  readonly hint?: ReactNode;
  readonly saving?: Saving;
  readonly children: ReactNode;
}

/** One preference: what it is, how it is set, and whether that was kept. */
export function Row({ label, id, htmlFor, hint, saving, children }: Props) {
  const { common } = useWords();
  return (
    <div className="pref">
      <div className="prefname">
        {htmlFor ? (
          <label id={id} htmlFor={htmlFor} className="label">
            {label}
          </label>
        ) : (
          <span id={id} className="label">
            {label}
          </span>
        )}
        {hint ? (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </div>
      <div className="prefset">
        {children}
        {saving ? <Kept saving={saving} /> : null}
      </div>
      {saving?.error ? <ProblemLine error={saving.error} what={common.problems.notSaved} /> : null}
    </div>
  );
}

function Kept({ saving: { state } }: { readonly saving: Saving }) {
  const { common, preferences } = useWords();
  return (
    <span className="kept sm mute" role="status">
      {state === 'saved' ? <Icon name="check" size="s" /> : null}
      {state === 'saved' ? preferences.saved : state === 'saving' ? common.saving : ''}
    </span>
  );
}
