import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Channel } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { BotSelect } from './bot-select';
import { botsQuery } from './queries';
import { SaveLine } from './save-line';
import { useChannelSave } from './use-channel-save';

/** Which bot answers while a chat is closed. */
export function BotTab({ channel }: { readonly channel: Channel }) {
  const { bot: words } = useWords().channels;
  const { data: bots, error } = useQuery(botsQuery);
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const saving = useChannelSave(channel);
  const id = useId();
  const botId = chosen === undefined ? channel.botId : chosen;
  const discard = () => {
    choose(undefined);
    saving.reset();
  };
  const save = async () => {
    if (await saving.save({ botId })) choose(undefined);
  };
  return (
    <div className="setform">
      {error ? <ProblemLine error={error} what={words.notLoaded} /> : null}
      <div className="field">
        <label htmlFor={id}>{words.title}</label>
        <BotSelect
          id={id}
          value={botId}
          onChange={(next) => {
            saving.reset();
            choose(next);
          }}
        />
        <span className="hint">{botId === null ? words.nobody : words.says}</span>
      </div>
      <div className="row">
        {botId === null ? null : (
          <Link to="/settings/bots/$botId" params={{ botId }}>
            {words.edit}
          </Link>
        )}
        <Link to="/settings/{-$section}" params={{ section: 'bots' }}>
          {words.all}
        </Link>
        {bots?.length === 0 ? <span className="mute">{words.none}</span> : null}
      </div>
      <SaveLine
        saving={saving}
        changes={chosen !== undefined && chosen !== channel.botId ? 1 : 0}
        onSave={() => void save()}
        onDiscard={discard}
      />
    </div>
  );
}
