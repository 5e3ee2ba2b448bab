import { useMemo, useState } from 'react';
import { usePreferences } from '../api/preferences';
import { useMinute } from '../parts/now';
import { WrongText } from '../parts/wrong-text';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { Row } from './row';
import { useSaving } from './use-saving';
import { cityIn, zoneFrom, zonesHere } from './zones';

/** By which clock moments are said: the computer's, or one that is looked for. */
export function TimeZone() {
  const { preferences } = useWords();
  const { timeZone } = usePreferences();
  const saving = useSaving();
  const times = useTimes();
  const now = useMinute();
  const [other, setOther] = useState(timeZone !== null);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const computers = () => {
    setOther(false);
    if (timeZone !== null) saving.save({ timeZone: null });
  };
  return (
    <Row id="pref-zone" label={preferences.timeZone} hint={preferences.clockNow(times.clock(now))} saving={saving}>
      <div role="radiogroup" aria-labelledby="pref-zone" className="choicelist">
        <label className="ticked">
          <input type="radio" name="zone" checked={!other} onChange={computers} />
          <span>{preferences.computerZone(here)}</span>
        </label>
        <label className="ticked">
          <input type="radio" name="zone" checked={other} onChange={() => setOther(true)} />
          <span>{preferences.otherZone}</span>
        </label>
      </div>
      {other ? <ZoneField value={timeZone ?? ''} onChoose={(zone) => saving.save({ timeZone: zone })} /> : null}
    </Row>
  );
}

function ZoneField({ value, onChoose }: { readonly value: string; readonly onChoose: (zone: string) => void }) {
  const { preferences } = useWords();
  const zones = useMemo(zonesHere, []);
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);
  const take = (typed: string, left: boolean) => {
    const zone = left ? zoneFrom(typed, zones) : zones.includes(typed) ? typed : null;
    setWrong(left && zone === null && typed.trim() !== '');
    if (zone === null) return;
    setText(zone);
    if (zone !== value) onChoose(zone);
  };
  return (
    <div className="field zonefield">
      <input
        className={`input ${wrong ? 'wrong' : ''}`}
        list="zones"
        aria-label={preferences.findZone}
        placeholder={preferences.findZone}
        aria-invalid={wrong}
        aria-describedby={wrong ? 'zone-wrong' : undefined}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          take(event.target.value, false);
        }}
        onBlur={() => take(text, true)}
        onKeyDown={(event) => event.key === 'Enter' && take(text, true)}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} label={cityIn(zone)} />
        ))}
      </datalist>
      {wrong ? <WrongText id="zone-wrong" says={preferences.noZone} /> : null}
    </div>
  );
}
