import { useEffect, useState } from 'react';
import { isProblem, Problem } from '../api/ask';
import { usePreferences } from '../api/preferences';
import { ProblemLine } from '../parts/problem-line';
import { standing, subscribed, switchOff, switchOn } from '../push/push';
import { useWords } from '../words';
import { Barred } from './notifications';
import { Row } from './row';
import { Toggle } from './toggle';
import { useSaving } from './use-saving';

/** Push of this browser: on when the person wants it and this browser can be reached. */
export function PushRow() {
  const words = useWords();
  const { preferences } = words;
  const { pushNotifications } = usePreferences();
  const saving = useSaving();
  const [here, setHere] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [can, setCan] = useState(standing);
  useEffect(() => {
    void subscribed().then((found) => setHere(found !== null));
  }, []);
  const change = async (on: boolean) => {
    setBusy(true);
    setError(null);
    try {
      const done = on ? await switchOn(words) : await switchOff().then(() => true);
      setHere(on && done);
      if (done) saving.save({ pushNotifications: on });
    } catch (cause) {
      // What the browser itself throws is for its makers; a private window looks the same as a lost network.
      setError(isProblem(cause) ? cause : new Problem(0, 'push', preferences.pushFailed));
    } finally {
      setCan(standing());
      setBusy(false);
    }
  };
  const on = pushNotifications && here;
  const barred = can === 'able' ? null : preferences.pushBarred[can];
  return (
    <Row id="pref-push" label={preferences.push} hint={preferences.pushHint} saving={saving}>
      <Toggle
        on={on}
        labelledBy="pref-push"
        describedBy="pref-push-hint"
        disabled={busy || (!on && barred !== null)}
        onChange={(next) => void change(next)}
      />
      {barred ? <Barred says={barred} /> : null}
      {pushNotifications && !here && barred === null ? <span className="hint">{preferences.pushElsewhere}</span> : null}
      {error ? <ProblemLine error={error} what={preferences.notSwitched} /> : null}
    </Row>
  );
}
