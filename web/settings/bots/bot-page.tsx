import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Nowhere } from '../../app/nowhere';
import { useWords } from '../../words';
import { botsQuery } from '../channels/queries';
import { Loading } from '../loading';
import '../rules/rules.css';
import { BotEditor } from './bot-editor';
import './bots.css';

/** One bot, or with the id `new` one that is not there yet. */
export function BotPage() {
  const { botId } = useParams({ from: '/desk/settings/bots/$botId' });
  const title = useWords().settings.frame.sections.bots;
  const { data: bots, error } = useQuery(botsQuery);
  if (botId === 'new') return <BotEditor key="new" bot={null} />;
  if (!bots) return <Loading title={title} error={error} rows={4} />;
  const bot = bots.find(({ id }) => id === botId);
  return bot ? <BotEditor key={bot.id} bot={bot} /> : <Nowhere />;
}
