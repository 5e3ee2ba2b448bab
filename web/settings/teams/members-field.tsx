import { useWorkspace } from '../../api/workspace';
import { Face } from '../../parts/face';
import { useWords } from '../../words';

interface Props {
  readonly agentIds: readonly string[];
  readonly onChange: (agentIds: readonly string[]) => void;
}

/** Who is in a team: everybody who works here, each to be ticked. */
export function MembersField({ agentIds, onChange }: Props) {
  const { teams: words } = useWords();
  const { agents } = useWorkspace();
  const flip = (id: string, isIn: boolean) => onChange(isIn ? [...agentIds, id] : agentIds.filter((one) => one !== id));
  return (
    <fieldset className="members">
      <legend className="label">{words.members}</legend>
      {agents.length === 0 ? <p className="mute">{words.nobody}</p> : null}
      {agents.map(({ id, name }) => (
        <label key={id} className="ticked">
          <input type="checkbox" checked={agentIds.includes(id)} onChange={(event) => flip(id, event.target.checked)} />
          <Face id={id} name={name} size={20} />
          <bdi className="cut">{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
