import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask';
import { AskDialog } from '../../parts/ask-dialog';
import { ChannelMark } from '../../parts/channel-mark';
import { useWords } from '../../words';
import { type Bot, botsQuery, channelsQuery } from '../channels/queries';

/** Where the bot answers, and the end of it. */
export function BotChannels({ bot }: { readonly bot: Bot }) {
  const { bots: words } = useWords();
  const [removing, remove] = useState(false);
  const { data: channels = [] } = useQuery(channelsQuery);
  const mine = channels.filter(({ botId }) => botId === bot.id);
  return (
    <section className="card aside">
      <div className="h">
        <h2>{words.channels}</h2>
      </div>
      <div className="says">
        {mine.map(({ id, kind, name }) => (
          <Link key={id} className="row" to="/settings/channels/$channelId/{-$tab}" params={{ channelId: id }}>
            <ChannelMark kind={kind} flat />
            <bdi className="cut">{name}</bdi>
          </Link>
        ))}
        <p className="soft">{mine.length > 0 ? words.channelsHint : words.unused}</p>
        {mine.length === 0 ? (
          <button type="button" className="btn start" onClick={() => remove(true)}>
            {words.remove}
          </button>
        ) : null}
      </div>
      {removing ? <RemoveBot bot={bot} onClose={() => remove(false)} /> : null}
    </section>
  );
}

function RemoveBot({ bot: { id, name }, onClose }: { readonly bot: Bot; readonly onClose: () => void }) {
  const { bots: words } = useWords();
  const queries = useQueryClient();
  const go = useNavigate();
  const remove = async () => {
    await ask('DELETE', `/bots/${id}`);
    await go({ to: '/settings/{-$section}', params: { section: 'bots' } });
    queries.setQueryData(botsQuery.queryKey, (now) => now?.filter((bot) => bot.id !== id));
  };
  return (
    <AskDialog
      title={words.removeTitle(name)}
      says={[words.removeSays]}
      act={words.removeAct}
      notDone={words.notRemoved}
      onAct={remove}
      onClose={onClose}
    />
  );
}
