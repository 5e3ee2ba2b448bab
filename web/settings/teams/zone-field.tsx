import { useId, useMemo, useState } from 'react';
import { WrongText } from '../../parts/wrong-text';
import { cityIn, zoneFrom, zonesHere } from '../../preferences/zones';
import { useWords } from '../../words';

/** A time zone, looked for by its name or its city. */
export function ZoneField({ value, onChange }: { readonly value: string; readonly onChange: (zone: string) => void }) {
  const { hours: words } = useWords().teams;
  const zones = useMemo(zonesHere, []);
  const id = useId();
  const [text, type] = useState(value);
  const wrong = text.trim() !== '' && zoneFrom(text, zones) === null;
  const take = (typed: string) => {
    type(typed);
    const zone = zoneFrom(typed, zones);
    if (zone !== null) onChange(zone);
  };
  return (
    <div className="field zone">
      <label htmlFor={id}>{words.zone}</label>
      <input
        id={id}
        className={`input ${wrong ? 'wrong' : ''}`}
        list={`${id}-zones`}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => take(event.target.value)}
        onBlur={() => type(zoneFrom(text, zones) ?? value)}
      />
      <datalist id={`${id}-zones`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} label={cityIn(zone)} />
        ))}
      </datalist>
      {wrong ? <WrongText id={`${id}-wrong`} says={words.noZone} /> : null}
    </div>
  );
}
