import { DAYS, type Day, type Hours, hoursError } from '../../../src/domain/hours';
import { WrongText } from '../../parts/wrong-text';
import { useLanguage, useWords } from '../../words';
import { Switch } from '../switch';
import { HolidaysField } from './holidays-field';
import { dayName, likeMonday, oneMore } from './hours';
import { SpansField } from './spans-field';
import { ZoneField } from './zone-field';

interface Props {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** The week of who works: several stretches a day, holidays, and by which clock. */
export function HoursField({ hours, onChange }: Props) {
  const { hours: words } = useWords().teams;
  const set = (change: Partial<Hours>) => onChange({ ...hours, ...change });
  return (
    <div className="hours">
      <ZoneField value={hours.timeZone} onChange={(timeZone) => set({ timeZone })} />
      <ul className="week">
        {DAYS.map((day) => (
          <DayLine key={day} day={day} hours={hours} onChange={onChange} />
        ))}
      </ul>
      <button type="button" className="link sm" onClick={() => onChange(likeMonday(hours))}>
        {words.copy}
      </button>
      <HolidaysField holidays={hours.holidays} onChange={(holidays) => set({ holidays })} />
      {hoursError(hours) ? <WrongText says={words.wrong} /> : null}
    </div>
  );
}

function DayLine({ day, hours, onChange }: Props & { readonly day: Day }) {
  const { hours: words } = useWords().teams;
  const { language } = useLanguage();
  const name = dayName(language, day);
  const spans = hours.days[day];
  const set = (next: Hours['days'][Day]) => onChange({ ...hours, days: { ...hours.days, [day]: next } });
  return (
    <li className="day">
      <Switch on={spans.length > 0} label={words.day(name)} onChange={(on) => set(on ? oneMore([]) : [])} />
      <span className="dayname">{name}</span>
      {spans.length === 0 ? <span className="mute">{words.off}</span> : <SpansField of={name} spans={spans} onChange={set} />}
    </li>
  );
}
