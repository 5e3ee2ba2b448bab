import { useId } from 'react';
import { Icon } from '../../parts/icon';
import { toast } from '../../parts/toast';
import { WrongText } from '../../parts/wrong-text';
import { useWords } from '../../words';
import { copied } from '../channels/copying';
import { suggestPassword } from './password';

interface Props {
  readonly isNew: boolean;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (password: string) => void;
}

/** A password that is shown, because it is handed over; one can be suggested, and copied. */
export function PasswordField({ isNew, value, wrong, onChange }: Props) {
  const { account, agents, common } = useWords();
  const { fields } = agents;
  const id = useId();
  const copy = async () => {
    if (await copied(value)) toast(common.copied);
    else (document.getElementById(id) as HTMLInputElement | null)?.select();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{isNew ? fields.password : fields.newPassword}</label>
      <span className="row">
        <input
          id={id}
          className={`input grow mono ${wrong ? 'wrong' : ''}`}
          autoComplete="off"
          spellCheck={false}
          minLength={8}
          maxLength={1024}
          value={value}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-says`}
          onChange={(event) => onChange(event.target.value)}
        />
        {value ? (
          <button type="button" className="btn" onClick={() => void copy()}>
            <Icon name="copy" />
            {common.copy}
          </button>
        ) : (
          <button type="button" className="btn" onClick={() => onChange(suggestPassword())}>
            {fields.suggest}
          </button>
        )}
      </span>
      {wrong ? (
        <WrongText id={`${id}-says`} says={wrong} />
      ) : (
        <span className="hint" id={`${id}-says`}>
          {isNew ? (value ? fields.passwordHint : account.people.choose) : fields.newPasswordHint}
        </span>
      )}
    </div>
  );
}
