import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { useOwn } from './use-own';
import type { SettingsForm } from './use-settings-form';

interface Props {
  readonly form: SettingsForm;
  /** How many tickets the saving moves, where that is known. */
  readonly moves?: number;
}

/** What is changed, for whom, and the button that names what it does. */
export function SaveBar({ form, moves = 0 }: Props) {
  const { rules, common } = useWords();
  const own = useOwn(Object.keys(form.edits));
  const count = Object.keys(form.edits).length;
  return (
    <>
      {form.error ? <ProblemLine error={form.error} what={common.problems.notSaved} /> : null}
      <span className="grow soft">
        {rules.bar.changes(count)} {own}
      </span>
      <button type="button" className="btn quiet" disabled={form.saving} onClick={form.discard}>
        {rules.bar.discard}
      </button>
      <button type="button" className="btn go" disabled={form.saving || !form.sound} onClick={() => void form.save()}>
        {form.saving ? common.saving : moves > 0 ? rules.bar.saveAndMove(moves) : common.save}
      </button>
    </>
  );
}

/** The bar, once there is something to save. */
export const barFor = (form: SettingsForm, moves?: number) =>
  Object.keys(form.edits).length > 0 ? <SaveBar form={form} {...(moves === undefined ? {} : { moves })} /> : null;
