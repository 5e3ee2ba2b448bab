import { Modal } from '../parts/dialog';
import { Field } from '../parts/field';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { BomField } from './bom-field';
import type { Schedule } from './report';
import { KindsField, MailField, WhatFields } from './schedule-fields';
import { useScheduleForm } from './use-schedule-form';
import { WhenField } from './when-field';

interface Props {
  /** null: a new one. */
  readonly schedule: Schedule | null;
  readonly onClose: () => void;
}

/** Adds a schedule, or changes one. */
export function ScheduleDialog({ schedule, onClose }: Props) {
  const { common, reports } = useWords();
  const { schedule: words } = reports;
  const { form, set, wrong, submit, saving, error } = useScheduleForm(schedule, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={schedule ? words.editTitle(schedule.name) : words.addTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className="asking schedule" onSubmit={submit} autoComplete="off" noValidate>
        {error ? <ProblemLine error={error} what={words.notSaved} /> : null}
        <Field
          data-autofocus
          label={words.name}
          dir="auto"
          maxLength={200}
          value={form.name}
          wrong={wrong.name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <WhatFields form={form} isNew={schedule === null} onSet={set} />
        {form.format === 'csv' ? <BomField bom={form.bom} onChange={(bom) => set({ bom })} /> : null}
        <KindsField kinds={form.channelKinds} onChange={(channelKinds) => set({ channelKinds })} />
        <WhenField when={form.when} wrong={wrong.when} onChange={(when) => set({ when })} />
        <MailField value={form.mailTo} wrong={wrong.mailTo} onChange={(mailTo) => set({ mailTo })} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" aria-disabled={saving}>
            {saving ? common.saving : words.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
