import { useId } from 'react';
import type { Agent } from '../../api/types';
import { useWords } from '../../words';

const ROLES = ['agent', 'admin'] as const;

interface Props {
  readonly role: Agent['role'];
  readonly onChange: (role: Agent['role']) => void;
}

/** What a person may do here. */
export function RoleField({ role, onChange }: Props) {
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
            <span className="hint block">{words.roleSays[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
