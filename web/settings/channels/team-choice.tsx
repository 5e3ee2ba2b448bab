import { useId, useState } from 'react';
import type { Channel } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { SaveLine } from './save-line';
import { useChannelSave } from './use-channel-save';

/** Whose the channel's new tickets are; nothing while there is no team. */
export function TeamChoice({ channel }: { readonly channel: Channel }) {
  const { teams: words } = useWords();
  const { teams } = useWorkspace();
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const saving = useChannelSave(channel);
  const id = useId();
  const teamId = chosen === undefined ? channel.teamId : chosen;
  if (teams.length === 0) return null;
  const save = async () => {
    if (await saving.save({ teamId })) choose(undefined);
  };
  const change = (next: string | null | undefined) => {
    saving.reset();
    choose(next);
  };
  return (
    <div className="setform">
      <div className="field">
        <label htmlFor={id}>{words.ofChannel}</label>
        <SelectBox
          id={id}
          value={teamId ?? ''}
          aria-describedby={`${id}-says`}
          onChange={(event) => change(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{words.noTeam}</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </SelectBox>
        <span className="hint" id={`${id}-says`}>
          {words.ofChannelSays}
        </span>
      </div>
      <SaveLine
        saving={saving}
        changes={teamId === channel.teamId ? 0 : 1}
        onSave={() => void save()}
        onDiscard={() => change(undefined)}
      />
    </div>
  );
}
