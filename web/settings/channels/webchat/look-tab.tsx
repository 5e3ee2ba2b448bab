import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel } from '../../../api/types';
import { useWords } from '../../../words';
import '../../rules/rules.css';
import { changedConfig, inFields, type Values, wrongWith } from '../config-form';
import { kindsQuery } from '../queries';
import { SaveLine } from '../save-line';
import { useChannelSave } from '../use-channel-save';
import { LOOK, type LookName } from './look';
import { LookField } from './look-field';
import { PreviewPane } from './preview-pane';
import '../webhook.css';
import './webchat.css';

/** How the chat looks and what it says of itself, with the chat itself beside it. */
export function LookTab({ channel }: { readonly channel: Channel }) {
  const { look } = useWords().webchat;
  const { data: kinds } = useQuery(kindsQuery);
  const [typed, type] = useState<Values>({});
  const saving = useChannelSave(channel);
  const all = kinds?.find(({ kind }) => kind === channel.kind)?.config ?? [];
  const fields = LOOK.flatMap((name) => all.find((field) => field.name === name) ?? []);
  const saved = inFields(channel.config);
  const values = { ...saved, ...typed };
  const config = changedConfig(fields, saved, typed);
  const wrongOf = (name: LookName) => {
    const field = fields.find((one) => one.name === name);
    return saving.refused?.[`config.${name}`] ?? (field ? wrongWith(field, typed[name]?.trim() ?? '') : null);
  };
  const discard = () => {
    type({});
    saving.reset();
  };
  const save = async () => {
    if (await saving.save({ config })) type({});
  };
  return (
    <div className="two looktwo">
      <div className="setform">
        <p className="soft">{look.says}</p>
        {LOOK.map((name) => (
          <LookField
            key={name}
            name={name}
            value={values[name] ?? ''}
            wrong={wrongOf(name)}
            onChange={(value) => {
              saving.reset();
              type({ ...typed, [name]: value });
            }}
          />
        ))}
        <SaveLine
          saving={saving}
          changes={Object.keys(config).length}
          blocked={LOOK.some((name) => wrongOf(name) !== null)}
          onSave={() => void save()}
          onDiscard={discard}
        />
      </div>
      <PreviewPane values={values} />
    </div>
  );
}
