import { useId } from 'react';
import { PRIORITIES } from '../../../src/domain/ticket';
import { useWorkspace } from '../../api/workspace';
import { Icon } from '../../parts/icon';
import { SelectBox } from '../../parts/select-box';
import { useLanguage, useWords } from '../../words';
import { sayingIn, UNITS, type Unit } from '../rules/durations';
import { FIELDS, type Field, isWrong, type Line } from './list';

interface Props {
  readonly line: Line;
  /** Another row above is for the same. */
  readonly twice: boolean;
  readonly onChange: (over: Partial<Line>) => void;
  readonly onRemove: () => void;
}

/** For whom, and how soon. */
export function TargetLine({ line, twice, onChange, onRemove }: Props) {
  const { aims } = useWords();
  const id = useId();
  return (
    <li className="aim">
      <Whose line={line} wrong={twice ? id : undefined} onChange={onChange} />
      {FIELDS.map((field) => (
        <Within key={field} field={field} line={line} onChange={onChange} />
      ))}
      <button type="button" className="btn quiet icon small" aria-label={aims.remove} title={aims.remove} onClick={onRemove}>
        <Icon name="bin" />
      </button>
      {twice ? (
        <p id={id} className="wrongsays">
          {aims.twice}
        </p>
      ) : null}
    </li>
  );
}

function Whose({ line, wrong, onChange }: Pick<Props, 'line' | 'onChange'> & { readonly wrong: string | undefined }) {
  const { aims, common } = useWords();
  const { teams } = useWorkspace();
  return (
    <span className="whose">
      <SelectBox
        aria-label={aims.team}
        aria-describedby={wrong}
        value={line.teamId ?? ''}
        onChange={(event) => onChange({ teamId: event.target.value || null })}
      >
        <option value="">{aims.everyTeam}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectBox>
      <SelectBox
        aria-label={aims.priority}
        aria-describedby={wrong}
        value={line.priority ?? ''}
        onChange={(event) => onChange({ priority: (event.target.value || null) as Line['priority'] })}
      >
        <option value="">{aims.everyPriority}</option>
        {PRIORITIES.toReversed().map((priority) => (
          <option key={priority} value={priority}>
            {common.priorities[priority]}
          </option>
        ))}
      </SelectBox>
    </span>
  );
}

function Within({ field, line, onChange }: Pick<Props, 'line' | 'onChange'> & { readonly field: Field }) {
  const { language, words } = useLanguage();
  const { aims, rules } = words;
  const id = useId();
  const parts = line[field];
  const name = aims.fields[field];
  const wrong = isWrong(parts);
  return (
    <span className="within">
      <span className="fieldname" aria-hidden="true">
        {name}
      </span>
      <span className="amount">
        <input
          className={`input number ${wrong ? 'wrong' : ''}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          placeholder="–"
          value={parts.amount}
          aria-label={rules.amountOf(name)}
          aria-invalid={wrong}
          aria-describedby={wrong ? id : undefined}
          onChange={(event) => onChange({ [field]: { ...parts, amount: event.target.value } })}
        />
        <SelectBox
          value={parts.unit}
          aria-label={rules.unitOf(name)}
          onChange={(event) => onChange({ [field]: { ...parts, unit: event.target.value as Unit } })}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {sayingIn(language).unitFor(unit, parts.amount)}
            </option>
          ))}
        </SelectBox>
      </span>
      {wrong ? (
        <span id={id} className="wrongsays">
          {rules.wrong.duration}
        </span>
      ) : null}
    </span>
  );
}
