import type { ListLimits } from '../../src/domain/choices';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { ChoiceField, RemoveButton } from './choices-field';
import { type ChoicesForm, EMPTY_ROW, EMPTY_SECTION, type Row, type Section } from './choices-form';

interface Props {
  readonly form: ChoicesForm;
  readonly limits: ListLimits;
  readonly network: string;
  readonly onChange: (next: Partial<ChoicesForm>) => void;
}

export function ListFields({ form: { opens, sections }, limits, network, onChange }: Props) {
  const { choices } = useWords().composer;
  const full = sections.reduce((count, { rows }) => count + rows.length, 0) >= limits.rows;
  const put = (at: number, section: Section) => onChange({ sections: sections.with(at, section) });
  return (
    <>
      <ChoiceField label={choices.opens} value={opens} most={limits.button} onChange={(now) => onChange({ opens: now })} />
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section has nothing but its place
        <fieldset key={at} className="section">
          <legend>{choices.section(at + 1)}</legend>
          <SectionFields
            section={section}
            limits={limits}
            titled={sections.length > 1}
            full={full}
            onChange={(next) => put(at, next)}
            onRemove={sections.length > 1 ? () => onChange({ sections: sections.toSpliced(at, 1) }) : null}
            removes={choices.removeSection(at + 1)}
          />
        </fieldset>
      ))}
      {full ? <p className="hint">{choices.most(limits.rows, network)}</p> : null}
      {!full && sections.length < limits.sections ? (
        <button type="button" className="btn small" onClick={() => onChange({ sections: [...sections, EMPTY_SECTION] })}>
          <Icon name="plus" size="s" />
          {choices.addSection}
        </button>
      ) : null}
    </>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly limits: ListLimits;
  readonly titled: boolean;
  readonly full: boolean;
  readonly onChange: (section: Section) => void;
  readonly onRemove: (() => void) | null;
  readonly removes: string;
}

function SectionFields({ section, limits, titled, full, onChange, onRemove, removes }: SectionProps) {
  const { choices } = useWords().composer;
  const { rows, title } = section;
  const put = (at: number, change: Partial<Row>) => onChange({ ...section, rows: rows.with(at, { ...EMPTY_ROW, ...rows[at], ...change }) });
  return (
    <>
      {titled ? (
        <ChoiceField
          label={choices.sectionTitle}
          value={title}
          most={limits.sectionTitle}
          onChange={(now) => onChange({ ...section, title: now })}
        >
          {onRemove ? <RemoveButton label={removes} act={onRemove} /> : null}
        </ChoiceField>
      ) : null}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice has nothing but its place
        <div key={at} className="rowfields">
          <ChoiceField label={choices.row(at + 1)} value={row.title} most={limits.title} onChange={(now) => put(at, { title: now })}>
            {rows.length > 1 ? (
              <RemoveButton label={choices.removeRow(at + 1)} act={() => onChange({ ...section, rows: rows.toSpliced(at, 1) })} />
            ) : null}
          </ChoiceField>
          <ChoiceField
            label={choices.description}
            value={row.description}
            most={limits.description}
            onChange={(now) => put(at, { description: now })}
          />
        </div>
      ))}
      {full ? null : (
        <button type="button" className="btn small" onClick={() => onChange({ ...section, rows: [...rows, EMPTY_ROW] })}>
          <Icon name="plus" size="s" />
          {choices.addRow}
        </button>
      )}
    </>
  );
}
