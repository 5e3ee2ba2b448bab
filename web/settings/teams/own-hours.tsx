import { useId } from 'react';
import type { Hours } from '../../../src/domain/hours';
import { useWorkspace } from '../../api/workspace';
import { useWords } from '../../words';
import { officeHours } from './hours';
import { HoursField } from './hours-field';

interface Props {
  /** What holds without hours: two words for it. */
  readonly without: string;
  readonly withHours: string;
  readonly hours: Hours | null;
  readonly onChange: (hours: Hours | null) => void;
}

/** No hours of one's own, or a week of them. */
export function OwnHours({ without, withHours, hours, onChange }: Props) {
  const { hours: words } = useWords().teams;
  const { locale } = useWorkspace();
  const group = useId();
  return (
    <>
      <fieldset className="radios">
        <legend className="label">{words.label}</legend>
        <label className="radioline">
          <input type="radio" name={group} checked={hours === null} onChange={() => onChange(null)} />
          <span>{without}</span>
        </label>
        <label className="radioline">
          <input type="radio" name={group} checked={hours !== null} onChange={() => onChange(officeHours(String(locale.timeZone)))} />
          <span>{withHours}</span>
        </label>
      </fieldset>
      {hours ? <HoursField hours={hours} onChange={onChange} /> : null}
    </>
  );
}
