import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../parts/empty';
import { Icon } from '../../parts/icon';
import { useLanguage, useWords } from '../../words';
import { type Bot, botsQuery, channelsQuery } from '../channels/queries';
import { Loading } from '../loading';
import '../rules/rules.css';
import { SettingsFrame } from '../settings-frame';
import './bots.css';

/** The bots, with where each of them answers. */
export function BotsPage() {
  const { settings, bots: words } = useWords();
  const title = settings.frame.sections.bots;
  const { data: bots, error } = useQuery(botsQuery);
  if (!bots) return <Loading title={title} error={error} rows={2} />;
  return (
    <SettingsFrame title={title} actions={<NewBot />}>
      {bots.length === 0 ? (
        <Empty icon="bot" title={words.none} says={words.noneSays}>
          <NewBot />
        </Empty>
      ) : (
        <ul className="card botlist form">
          {bots.map((bot) => (
            <BotLine key={bot.id} bot={bot} />
          ))}
        </ul>
      )}
    </SettingsFrame>
  );
}

const NewBot = () => (
  <Link className="btn go" to="/settings/bots/$botId" params={{ botId: 'new' }}>
    <Icon name="plus" />
    {useWords().bots.add}
  </Link>
);

function BotLine({ bot }: { readonly bot: Bot }) {
  const { language, words } = useLanguage();
  const { data: channels = [] } = useQuery(channelsQuery);
  const names = channels.filter(({ botId }) => botId === bot.id).map(({ name }) => name);
  const rules = Array.isArray(bot.config.rules) ? bot.config.rules.length : null;
  return (
    <li>
      <Link className="botline" to="/settings/bots/$botId" params={{ botId: bot.id }}>
        <Icon name="bot" />
        <span className="grow">
          <b className="cut block" dir="auto">
            {bot.name}
          </b>
          <span className="soft" dir="auto">
            {names.length > 0 ? words.bots.usedOn(new Intl.ListFormat(language).format(names)) : words.bots.unused}
          </span>
        </span>
        {rules === null ? null : <span className="mute sm nw">{words.bots.rules(rules)}</span>}
        <Icon name="forward" size="s" flips />
      </Link>
    </li>
  );
}
