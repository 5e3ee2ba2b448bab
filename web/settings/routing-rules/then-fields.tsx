import { PRIORITIES } from '../../../src/domain/ticket';
import { useWorkspace } from '../../api/workspace';
import { useWords } from '../../words';
import type { Then } from './form';
import { ListField } from './list-field';
import { Select } from './when-fields';

interface Props {
  readonly then: Then;
  readonly onChange: (then: Then) => void;
}

/** What becomes of the ticket. */
export function ThenFields({ then, onChange }: Props) {
  const { teams: words, common } = useWords();
  const { rules } = words;
  const { teams } = useWorkspace();
  const set = (change: Partial<Then>) => onChange({ ...then, ...change });
  return (
    <fieldset className="ruleside">
      <legend className="label">{rules.then}</legend>
      <Select
        label={rules.team}
        value={then.teamId ?? ''}
        choices={[{ value: '', name: rules.asChannel }, ...teams.map(({ id, name }) => ({ value: id, name }))]}
        onChange={(teamId) => set({ teamId: teamId || undefined })}
      />
      <Select
        label={rules.priority}
        value={then.priority ?? ''}
        choices={[{ value: '', name: rules.asItIs }, ...PRIORITIES.map((value) => ({ value, name: common.priorities[value] ?? value }))]}
        onChange={(priority) => set({ priority: (priority || undefined) as Then['priority'] })}
      />
      <ListField label={rules.tags} hint={rules.tagsHint} values={then.tags} onChange={(tags) => set({ tags })} />
      <label className="ticked">
        <input
          type="checkbox"
          checked={then.close === true}
          onChange={(event) => set({ close: event.target.checked ? true : undefined })}
        />
        <span>
          {rules.close}
          <span className="hint block">{rules.closeHint}</span>
        </span>
      </label>
    </fieldset>
  );
}
