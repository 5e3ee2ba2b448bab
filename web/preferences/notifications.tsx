import { useState } from 'react';
import { type Preferences, usePreferences } from '../api/preferences';
import { beep } from '../app/beep';
import { Icon } from '../parts/icon';
import { SelectBox } from '../parts/select-box';
import { useWords } from '../words';
import { PushRow } from './push-row';
import { Row } from './row';
import { Toggle } from './toggle';
import { useSaving } from './use-saving';

type Notify = Preferences['desktopNotifications'];
const CHOICES: readonly Notify[] = ['none', 'mine', 'all'];

/** What calls this person back: a sound, a note of the computer, a push. Nothing does by itself. */
export function Notifications() {
  const { preferences } = useWords();
  const { sounds } = usePreferences();
  const saving = useSaving();
  return (
    <section className="card">
      <h2>{preferences.notifications}</h2>
      <Row id="pref-sounds" label={preferences.sounds} hint={preferences.soundsHint} saving={saving}>
        <Toggle on={sounds} labelledBy="pref-sounds" describedBy="pref-sounds-hint" onChange={(on) => saving.save({ sounds: on })} />
        <button type="button" className="btn small" onClick={beep}>
          {preferences.listen}
        </button>
      </Row>
      <DesktopRow />
      <PushRow />
    </section>
  );
}

function DesktopRow() {
  const { preferences } = useWords();
  const { desktopNotifications } = usePreferences();
  const saving = useSaving();
  const [refused, setRefused] = useState(false);
  const choose = async (next: Notify) => {
    const allowed = next === 'none' || (await mayNotify());
    setRefused(!allowed);
    if (allowed) saving.save({ desktopNotifications: next });
  };
  const barred = refused || (desktopNotifications !== 'none' && 'Notification' in window && Notification.permission === 'denied');
  return (
    <Row id="pref-desktop" htmlFor="desktop" label={preferences.desktop} hint={preferences.desktopHint} saving={saving}>
      <SelectBox id="desktop" value={desktopNotifications} onChange={(event) => void choose(event.target.value as Notify)}>
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {preferences.desktops[choice]}
          </option>
        ))}
      </SelectBox>
      {barred ? <Barred says={preferences.barred} /> : null}
    </Row>
  );
}

async function mayNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

export function Barred({ says }: { readonly says: string }) {
  return (
    <p className="bannerline warn barred" role="alert">
      <Icon name="warning" />
      <span>{says}</span>
    </p>
  );
}
