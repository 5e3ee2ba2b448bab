import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '../../api/types';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { ConfigField } from './config-field';
import { changedConfig, inFields, type Values, wrongWith } from './config-form';
import { NameField } from './name-field';
import { STANDS_ELSEWHERE } from './own-cards';
import { type Field, kindsQuery } from './queries';
import { Rotation } from './rotation';
import { SaveLine } from './save-line';
import { TeamChoice } from './team-choice';
import { useChannelSave } from './use-channel-save';

/** The name and what connects it. What is typed lies over what is saved, so that a colleague's change can be loaded under it. */
export function AccountTab({ channel }: { readonly channel: Channel }) {
  const { connect, account, page } = useWords().channels;
  const { data: kinds } = useQuery(kindsQuery);
  const [name, setName] = useState<string | null>(null);
  const [typed, type] = useState<Values>({});
  const saving = useChannelSave(channel);
  const elsewhere = STANDS_ELSEWHERE[channel.kind] ?? [];
  const all = kinds?.find(({ kind }) => kind === channel.kind)?.config ?? [];
  const fields = all.filter((field) => !elsewhere.includes(field.name));
  const saved = inFields(channel.config);
  const config = changedConfig(fields, saved, typed);
  const renamed = name !== null && name.trim() !== channel.name;
  const edit = () => saving.reset();
  const discard = () => {
    setName(null);
    type({});
    saving.reset();
  };
  const save = async () => {
    const changed = Object.keys(config).length > 0 ? { config } : {};
    if (!(await saving.save({ ...(renamed ? { name: name.trim() } : {}), ...changed }))) return;
    setName(null);
    type({});
  };
  const wrongOf = (field: Field) => {
    const value = typed[field.name];
    const emptied = field.required && !field.secret && value !== undefined && value.trim() === '';
    return saving.refused?.[`config.${field.name}`] ?? (emptied ? connect.required : null) ?? wrongWith(field, value ?? '');
  };
  const unnamed = renamed && name.trim() === '';
  return (
    <>
      <div className="setform">
        <NameField
          value={name ?? channel.name}
          wrong={saving.refused?.name ?? (unnamed ? connect.required : null)}
          onChange={(value) => {
            edit();
            setName(value);
          }}
        />
        {channel.trial ? (
          <p className="hint icontext">
            <Icon name="lock" size="s" />
            {account.trial} {page.inTrial}
          </p>
        ) : null}
        {fields.map((field) => (
          <ConfigField
            key={field.name}
            field={field}
            value={typed[field.name] ?? (field.secret ? '' : (saved[field.name] ?? ''))}
            {...(field.secret && saved[field.name] ? { mask: saved[field.name] } : {})}
            wrong={wrongOf(field)}
            disabled={channel.trial}
            onChange={(value) => {
              edit();
              type({ ...typed, [field.name]: value });
            }}
          />
        ))}
        <Rotation channel={channel} />
        <SaveLine
          saving={saving}
          changes={Object.keys(config).length + (renamed ? 1 : 0)}
          blocked={unnamed || fields.some((field) => wrongOf(field) !== null)}
          onSave={() => void save()}
          onDiscard={discard}
        />
      </div>
      <TeamChoice channel={channel} />
    </>
  );
}
