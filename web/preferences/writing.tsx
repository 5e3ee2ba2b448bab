import { usePreferences } from '../api/preferences';
import { capsOf } from '../keys/chord';
import { useWords } from '../words';
import { Choice } from './choice';
import { Row } from './row';
import { useSaving } from './use-saving';

/** Which key sends. */
export function Writing() {
  const { preferences } = useWords();
  const { sendWith } = usePreferences();
  const saving = useSaving();
  const mod = capsOf('Mod+Enter')[0] ?? 'Ctrl';
  return (
    <section className="card">
      <h2>{preferences.writing}</h2>
      <Row id="pref-send" label={preferences.sendWith} saving={saving}>
        <Choice
          labelledBy="pref-send"
          name="send"
          options={[
            { value: 'mod_enter', label: preferences.modEnter(mod), hint: preferences.modEnterHint },
            { value: 'enter', label: preferences.enter, hint: preferences.enterHint },
          ]}
          value={sendWith}
          onChoose={(next) => saving.save({ sendWith: next })}
        />
      </Row>
    </section>
  );
}
