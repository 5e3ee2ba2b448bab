import { type SelectHTMLAttributes, useMemo } from 'react';
import { useWorkspace } from '../api/workspace';
import { SelectBox } from '../parts/select-box';
import { zonesHere } from '../preferences/zones';
import { useWords, useZone } from '../words';
import { useSaid } from './use-said';

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  readonly zone: string;
  readonly onChange: (zone: string) => void;
}

/** By whose clock days begin: the desk's, one's own, UTC, or any. */
export function ZonePick({ zone, onChange, ...select }: Props) {
  const { make: words } = useWords().reports;
  const said = useSaid();
  const { locale } = useWorkspace();
  const own = useZone();
  const usual = [...new Set([String(locale.timeZone), own, 'UTC', zone])];
  const all = useMemo(zonesHere, []);
  return (
    <SelectBox {...select} className="zonepick" value={zone} onChange={({ target }) => onChange(target.value)}>
      <optgroup label={words.usualZones}>
        {usual.map((one) => (
          <option key={one} value={one}>
            {said.zone(one)}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.otherZones}>
        {all
          .filter((one) => !usual.includes(one))
          .map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
      </optgroup>
    </SelectBox>
  );
}
