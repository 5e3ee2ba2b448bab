import { isProblem } from '../../api/ask';
import { useWords } from '../../words';
import type { Bot } from '../channels/queries';
import { SettingsFrame } from '../settings-frame';
import { BotBar } from './bot-bar';
import { BotChannels } from './bot-channels';
import { FallbackCard } from './fallback-card';
import { RulesCard } from './rules-card';
import { TestPane } from './test-pane';
import { useBotForm } from './use-bot-form';
import { NameCard, WelcomeCard } from './welcome-card';
import { Wrongs } from './wrongs';

/** A rules bot as a form, with a test beside it. */
export function BotEditor({ bot }: { readonly bot: Bot | null }) {
  const { bots: words } = useWords();
  const { form, dirty, change, discard, saving } = useBotForm(bot);
  const { error } = saving;
  if (bot && bot.kind !== 'rules')
    return (
      <SettingsFrame title={bot.name} crumb="bots">
        <p className="soft">{words.otherKind}</p>
        <BotChannels bot={bot} />
      </SettingsFrame>
    );
  return (
    <Wrongs value={isProblem(error) ? error.errors : []}>
      <SettingsFrame
        title={bot?.name ?? words.newName}
        crumb="bots"
        foot={dirty ? <BotBar isNew={bot === null} saving={saving} onDiscard={discard} /> : null}
      >
        <div className="two">
          <div className="form">
            <NameCard form={form} onChange={change} />
            <WelcomeCard form={form} onChange={change} />
            <RulesCard form={form} onChange={change} />
            <FallbackCard form={form} onChange={change} />
          </div>
          <div className="besides">
            <TestPane bot={bot} dirty={dirty} />
            {bot ? <BotChannels bot={bot} /> : null}
          </div>
        </div>
      </SettingsFrame>
    </Wrongs>
  );
}
