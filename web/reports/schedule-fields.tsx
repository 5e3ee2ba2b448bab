import { type ReactNode, useId } from 'react';
import { ChannelMark } from '../parts/channel-mark';
import { Field } from '../parts/field';
import { SelectBox } from '../parts/select-box';
import { useWords } from '../words';
import { useKinds } from './channels-pick';
import { flipped } from './draft';
import { REPORT_FORMATS, REPORT_TYPES, type ReportFormat, type ReportType } from './report';
import { keyOf, periodOf, periodsWith, type ScheduleForm } from './schedule-form';
import { useSaid } from './use-said';
import { ZonePick } from './zone-pick';

interface Props {
  readonly form: ScheduleForm;
  readonly isNew: boolean;
  readonly onSet: (next: Partial<ScheduleForm>) => void;
}

/** What it lists, of which days, by whose clock, as what. */
export function WhatFields({ form, isNew, onSet }: Props) {
  const { schedule: words, types, formats } = useWords().reports;
  const said = useSaid();
  return (
    <div className="twofields">
      <Labelled label={words.type}>
        {(id) => (
          <SelectBox id={id} value={form.type} disabled={!isNew} onChange={({ target }) => onSet({ type: target.value as ReportType })}>
            {REPORT_TYPES.map((type) => (
              <option key={type} value={type}>
                {types[type]}
              </option>
            ))}
          </SelectBox>
        )}
      </Labelled>
      <Labelled label={words.period}>
        {(id) => (
          <SelectBox id={id} value={keyOf(form.period)} onChange={({ target }) => onSet({ period: periodOf(target.value) })}>
            {periodsWith(form.period).map((period) => (
              <option key={keyOf(period)} value={keyOf(period)}>
                {said.period(period)}
              </option>
            ))}
          </SelectBox>
        )}
      </Labelled>
      <Labelled label={words.zone}>{(id) => <ZonePick id={id} zone={form.zone} onChange={(zone) => onSet({ zone })} />}</Labelled>
      <Labelled label={words.format}>
        {(id) => (
          <SelectBox id={id} value={form.format} onChange={({ target }) => onSet({ format: target.value as ReportFormat })}>
            {REPORT_FORMATS.map((format) => (
              <option key={format} value={format}>
                {formats[format]}
              </option>
            ))}
          </SelectBox>
        )}
      </Labelled>
    </div>
  );
}

export function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface KindsProps {
  readonly kinds: readonly string[] | null;
  readonly onChange: (kinds: readonly string[] | null) => void;
}

export function KindsField({ kinds, onChange }: KindsProps) {
  const { schedule: words, allChannels } = useWords().reports;
  const choices = useKinds(kinds);
  return (
    <fieldset className="kinds">
      <legend className="label">{words.channels}</legend>
      <label className="radioline">
        <input type="checkbox" checked={kinds === null} onChange={() => onChange(null)} />
        {allChannels}
      </label>
      {choices.map(({ kind, name }) => (
        <label key={kind} className="radioline">
          <input type="checkbox" checked={kinds?.includes(kind) ?? false} onChange={() => onChange(flipped(kinds, kind))} />
          <span className="row">
            <ChannelMark kind={kind} flat />
            {name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface MailProps {
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (text: string) => void;
}

export function MailField({ value, wrong, onChange }: MailProps) {
  const { schedule: words } = useWords().reports;
  return (
    <Field
      label={words.mail}
      hint={words.mailHint}
      dir="ltr"
      spellCheck={false}
      value={value}
      wrong={wrong}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
