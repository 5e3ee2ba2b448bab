import type { Holiday } from '../../../src/domain/hours';
import { Icon } from '../../parts/icon';
import { useWords } from '../../words';
import { SpansField } from './spans-field';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

/** Days that are not as their weekday: closed, or open in other hours. */
export function HolidaysField({ holidays, onChange }: Props) {
  const { hours: words } = useWords().teams;
  const set = (at: number, change: Partial<Holiday>) => onChange(holidays.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <fieldset className="holidays">
      <legend className="label">{words.holidays}</legend>
      <span className="hint">{words.holidaysHint}</span>
      {holidays.map(({ date, name, spans }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holiday that is being typed is known by its place alone
        <div className="holiday" key={at}>
          <input
            type="date"
            className="input"
            aria-label={words.date(at + 1)}
            value={date}
            onChange={(event) => set(at, { date: event.target.value })}
          />
          <input
            className="input grow"
            dir="auto"
            maxLength={128}
            aria-label={words.holidayName(at + 1)}
            value={name}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <button
            type="button"
            className="btn quiet icon small"
            aria-label={words.removeHoliday(at + 1)}
            onClick={() => onChange(holidays.filter((_, i) => i !== at))}
          >
            <Icon name="bin" />
          </button>
          <SpansField of={words.holiday(name, at + 1)} spans={spans} onChange={(next) => set(at, { spans: next })} />
        </div>
      ))}
      <button type="button" className="btn" onClick={() => onChange([...holidays, { date: '', name: '', spans: [] }])}>
        <Icon name="plus" />
        {words.addHoliday}
      </button>
    </fieldset>
  );
}
