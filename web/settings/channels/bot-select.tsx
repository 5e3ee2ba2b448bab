import { useQuery } from '@tanstack/react-query';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';
import { botsQuery } from './queries';

interface Props {
  readonly id: string;
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly onChange: (botId: string | null) => void;
}

/** Which bot answers; nobody is a choice too. */
export function BotSelect({ id, value, disabled, onChange }: Props) {
  const { connect } = useWords().channels;
  const { data: bots = [] } = useQuery(botsQuery);
  return (
    <SelectBox id={id} value={value ?? ''} disabled={disabled} onChange={({ target }) => onChange(target.value || null)}>
      <option value="">{connect.nobody}</option>
      {bots.map((bot) => (
        <option key={bot.id} value={bot.id}>
          {bot.name}
        </option>
      ))}
    </SelectBox>
  );
}
