import { usePreferences } from '../api/preferences';
import { SelectBox } from '../parts/select-box';
import { LANGUAGES, type Language, preferred, useWords } from '../words';
import { Choice } from './choice';
import { Row } from './row';
import { TimeZone } from './time-zone';
import { useSaving } from './use-saving';

const THEMES = ['system', 'light', 'dark'] as const;

/** Light or dark, the language, the clock. */
export function Appearance() {
  const { preferences } = useWords();
  const now = usePreferences();
  const theme = useSaving();
  const language = useSaving();
  return (
    <section className="card">
      <h2>{preferences.looks}</h2>
      <Row id="pref-theme" label={preferences.theme} saving={theme}>
        <Choice
          labelledBy="pref-theme"
          name="theme"
          options={THEMES.map((value) => ({ value, label: preferences.themes[value] }))}
          value={now.theme}
          onChoose={(next) => theme.save({ theme: next })}
        />
      </Row>
      <Row id="pref-language" htmlFor="language" label={preferences.language} saving={language}>
        <SelectBox
          id="language"
          value={now.language ?? ''}
          onChange={(event) => language.save({ language: (event.target.value || null) as Language | null })}
        >
          <option value="">{preferences.browserLanguage(LANGUAGES[preferred(navigator.languages)])}</option>
          {Object.entries(LANGUAGES).map(([key, name]) => (
            <option key={key} value={key} lang={key}>
              {name}
            </option>
          ))}
        </SelectBox>
      </Row>
      <TimeZone />
    </section>
  );
}
