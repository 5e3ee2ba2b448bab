import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../src/domain/settings';
import type { Channel } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { useWords } from '../../words';
import { Impact } from '../rules/impact';
import { settingsQuery } from '../rules/query';
import '../rules/rules.css';
import { useForeseen } from '../rules/use-foreseen';
import { GROUPS, OWN } from './own';
import { OwnRow } from './own-row';
import { SaveLine } from './save-line';
import { useOwnForm } from './use-own-form';

/** What this channel does otherwise than the desk. */
export function OwnTab({ channel }: { readonly channel: Channel }) {
  const { own } = useWords().channels;
  const { data: desk, error } = useQuery(settingsQuery);
  if (error) return <ProblemLine error={error} what={own.notLoaded} />;
  return desk ? <OwnSettings channel={channel} desk={desk} /> : null;
}

function OwnSettings({ channel, desk }: { readonly channel: Channel; readonly desk: Settings }) {
  const { own: words } = useWords().channels;
  const { rules } = useWords();
  const ours = useOwnForm(channel, desk);
  const { form, own, overrides, saving } = ours;
  const foreseen = useForeseen(`/channels/${channel.id}/preview`, form, { overrides });
  const differing = OWN.filter(({ path }) => own(path) !== undefined).length;
  const moves = foreseen.stale ? 0 : (foreseen.preview?.tickets ?? 0);
  return (
    <div className="two">
      <div className="form">
        <p className="soft">
          {words.says} {differing > 0 ? words.differs(differing) : null}
        </p>
        {GROUPS.map((group) => (
          <section key={group} className="card">
            <div className="h">
              <h2>{words.groups[group]}</h2>
            </div>
            {OWN.filter(({ path }) => path.startsWith(`${group}.`)).map((setting) => (
              <OwnRow key={setting.path} setting={setting} desk={desk} ours={ours} />
            ))}
          </section>
        ))}
        <SaveLine
          saving={saving}
          changes={Object.keys(form.edits).length}
          {...(moves > 0 ? { act: rules.bar.saveAndMove(moves) } : {})}
          blocked={!form.sound}
          onSave={() => void form.save()}
          onDiscard={form.discard}
        />
      </div>
      <Impact form={form} foreseen={foreseen} plan={{ channelId: channel.id, overrides }} />
    </div>
  );
}
