import './first-run.css';
import { useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Logo } from '../app/logo';
import { Icon } from '../parts/icon';
import { LANGUAGES, type Language, Speaking, useLanguage, useWords } from '../words';

const KEY = 'relaydesk-language';

/** Before somebody is logged in the browser keeps their language. */
export function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(KEY);
  return kept !== null && kept in LANGUAGES ? (kept as Language) : null;
}

/** The page around set-up, sign-in and the first choice. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState(chosenLanguage);
  const speak = (next: Language) => {
    localStorage.setItem(KEY, next);
    choose(next);
  };
  return (
    <Speaking language={language} zone={null}>
      <div className="setup">
        <header>
          <Logo />
          Relaydesk
        </header>
        {children}
        <Foot speak={speak} />
      </div>
    </Speaking>
  );
}

function Foot({ speak }: { readonly speak: (language: Language) => void }) {
  const { firstRun } = useWords();
  const { language } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <footer>
      <span>{firstRun.runsHere}</span>
      <span className="grow" />
      <label>
        <Icon name="channels" size="s" />
        <select aria-label={firstRun.language} value={language} onChange={({ target }) => speak(target.value as Language)}>
          {Object.entries(LANGUAGES).map(([key, name]) => (
            <option key={key} value={key} lang={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Icon name="sun" size="s" />
        <select
          aria-label={firstRun.theme}
          value={colorScheme}
          onChange={({ target }) => setColorScheme(target.value as typeof colorScheme)}
        >
          <option value="auto">{firstRun.themes.system}</option>
          <option value="light">{firstRun.themes.light}</option>
          <option value="dark">{firstRun.themes.dark}</option>
        </select>
      </label>
    </footer>
  );
}
