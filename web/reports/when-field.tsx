import { useId } from 'react';
import { DAYS, type Day } from '../../src/domain/hours';
import { SelectBox } from '../parts/select-box';
import { WrongText } from '../parts/wrong-text';
import { dayName } from '../settings/teams/hours';
import { useLanguage } from '../words';
import { DATES, type When } from './cron';
import { everyOther } from './schedule-form';

interface Props {
  readonly when: When;
  readonly wrong: string | undefined;
  readonly onChange: (when: When) => void;
}

const EVERY = ['day', 'week', 'month', 'own'] as const;

/** Every day, week or month at a time; or five fields of cron for who wants them. */
export function WhenField({ when, wrong, onChange }: Props) {
  const { schedule: words } = useLanguage().words.reports;
  const id = useId();
  return (
    <fieldset className="whenfield">
      <legend className="label">{words.when}</legend>
      <div className="whenline">
        <SelectBox
          aria-label={words.when}
          value={when.every}
          onChange={({ target }) => onChange(everyOther(target.value as When['every'], when))}
        >
          {EVERY.map((every) => (
            <option key={every} value={every}>
              {words.every[every]}
            </option>
          ))}
        </SelectBox>
        <Which when={when} onChange={onChange} />
        <Time when={when} wrong={wrong ? id : undefined} onChange={onChange} />
      </div>
      {wrong ? <WrongText id={id} says={wrong} /> : null}
      {when.every === 'own' ? <span className="hint">{words.cronHint}</span> : null}
    </fieldset>
  );
}

function Which({ when, onChange }: Pick<Props, 'when' | 'onChange'>) {
  const { language, words } = useLanguage();
  const { schedule } = words.reports;
  if (when.every === 'week')
    return (
      <SelectBox aria-label={schedule.weekday} value={when.day} onChange={({ target }) => onChange({ ...when, day: target.value as Day })}>
        {DAYS.map((day) => (
          <option key={day} value={day}>
            {dayName(language, day)}
          </option>
        ))}
      </SelectBox>
    );
  if (when.every !== 'month') return null;
  return (
    <span className="slot">
      <span aria-hidden="true">{schedule.date}</span>
      <SelectBox aria-label={schedule.date} value={when.date} onChange={({ target }) => onChange({ ...when, date: Number(target.value) })}>
        {DATES.map((date) => (
          <option key={date} value={date}>
            {date}
          </option>
        ))}
      </SelectBox>
    </span>
  );
}

function Time({ when, wrong, onChange }: { readonly wrong: string | undefined } & Pick<Props, 'when' | 'onChange'>) {
  const { schedule: words } = useLanguage().words.reports;
  const shared = { 'aria-invalid': wrong !== undefined, 'aria-describedby': wrong, className: `input ${wrong ? 'wrong' : ''}` };
  if (when.every === 'own')
    return (
      <input
        {...shared}
        aria-label={words.cron}
        className={`${shared.className} mono`}
        dir="ltr"
        spellCheck={false}
        value={when.cron}
        onChange={({ target }) => onChange({ every: 'own', cron: target.value })}
      />
    );
  return (
    <label className="slot">
      {words.at}
      <input {...shared} type="time" value={when.at} onChange={({ target }) => onChange({ ...when, at: target.value })} />
    </label>
  );
}
