import { useId } from 'react';
import type { Agent } from '../../api/types';
import { useWords } from '../../words';

const ROLES = ['agent', 'admin'] as const;

interface Props {
  readonly role: Agent['role'];
  /** What each means, where it is not a person's. */
  readonly says?: Readonly<Record<Agent['role'], string>>;
  readonly onChange: (role: Agent['role']) => void;
}

/** What a person may do here. */
export function RoleField({ role, says, onChange }: Props) {
  const { agents: words } = useWords();
  const group = useId();
  return (
    <fieldset className="radios">
      <legend className="label">{words.fields.role}</legend>
      {ROLES.map((one) => (
        <label key={one} className="radioline">
          <input type="radio" name={group} checked={role === one} onChange={() => onChange(one)} />
          <span>
            {words.roles[one]}
            <span className="hint block">{(says ?? words.roleSays)[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
