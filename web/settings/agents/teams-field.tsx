import { useWorkspace } from '../../api/workspace';
import { useWords } from '../../words';

interface Props {
  readonly teamIds: readonly string[];
  readonly onChange: (teamIds: readonly string[]) => void;
}

/** The teams that somebody is in; nothing while there is none. */
export function TeamsField({ teamIds, onChange }: Props) {
  const { settings } = useWords();
  const { teams } = useWorkspace();
  if (teams.length === 0) return null;
  const flip = (id: string, isIn: boolean) => onChange(isIn ? [...teamIds, id] : teamIds.filter((one) => one !== id));
  return (
    <fieldset className="radios agentteams">
      <legend className="label">{settings.frame.sections.teams}</legend>
      {teams.map(({ id, name }) => (
        <label key={id} className="ticked">
          <input type="checkbox" checked={teamIds.includes(id)} onChange={(event) => flip(id, event.target.checked)} />
          <bdi className="cut">{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
