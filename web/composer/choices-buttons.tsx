import type { ButtonLimits } from '../../src/domain/choices';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { ChoiceField, RemoveButton } from './choices-field';
import type { ChoicesForm } from './choices-form';

interface Props {
  readonly form: ChoicesForm;
  readonly limits: ButtonLimits;
  readonly network: string;
  readonly onChange: (next: Partial<ChoicesForm>) => void;
}

export function ButtonsFields({ form: { buttons }, limits, network, onChange }: Props) {
  const { choices } = useWords().composer;
  return (
    <>
      {buttons.map((title, at) => (
        <ChoiceField
          // biome-ignore lint/suspicious/noArrayIndexKey: a button has nothing but its place
          key={at}
          label={choices.button(at + 1)}
          value={title}
          most={limits.title}
          onChange={(now) => onChange({ buttons: buttons.with(at, now) })}
        >
          {buttons.length > 1 ? (
            <RemoveButton label={choices.removeButton(at + 1)} act={() => onChange({ buttons: buttons.toSpliced(at, 1) })} />
          ) : null}
        </ChoiceField>
      ))}
      {buttons.length < limits.most ? (
        <button type="button" className="btn small" onClick={() => onChange({ buttons: [...buttons, ''] })}>
          <Icon name="plus" size="s" />
          {choices.addButton}
        </button>
      ) : (
        <p className="hint">{choices.most(limits.most, network)}</p>
      )}
    </>
  );
}
