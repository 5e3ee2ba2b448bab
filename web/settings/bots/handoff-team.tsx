import { useId } from 'react';
import { useWorkspace } from '../../api/workspace';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';

interface Props {
  readonly teamId: string | null | undefined;
  readonly onChange: (teamId: string | null) => void;
}

/** To which team a rule hands over; nothing while there is none. */
export function HandoffTeam({ teamId, onChange }: Props) {
  const { teams: words } = useWords();
  const { teams } = useWorkspace();
  const id = useId();
  if (teams.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{words.ofChannel}</label>
      <SelectBox id={id} value={teamId ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        <option value="">{words.asRules}</option>
        {teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </SelectBox>
    </div>
  );
}
