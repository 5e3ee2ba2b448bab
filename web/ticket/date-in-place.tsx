import { type KeyboardEvent, useRef, useState } from 'react';
import { useLanguage } from '../words';
import { localeOf } from '../words/times-in';

interface Props {
  /** `YYYY-MM-DD`, or nothing. */
  readonly value: string;
  readonly label: string;
  readonly empty: string;
  readonly onSave: (value: string | null) => void;
}

/** A day that becomes the browser's own field when it is pressed; what is not a whole day is not kept. */
export function DateInPlace({ value, label, empty, onSave }: Props) {
  const [open, show] = useState(false);
  const left = useRef(false);
  const { language } = useLanguage();
  if (!open)
    return (
      <button type="button" className={`inplace ${value ? '' : 'mute'}`} onClick={() => show(true)}>
        <span className="unseen">{label}: </span>
        {value ? dayText(value, language) : empty}
      </button>
    );
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    left.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it was pressed to be written in
      autoFocus
      type="date"
      className="input inplace-field"
      aria-label={label}
      defaultValue={value}
      onKeyDown={press}
      onBlur={({ target }) => {
        if (!left.current && target.validity.valid && target.value !== value) onSave(target.value || null);
        left.current = false;
        show(false);
      }}
    />
  );
}

/** 20 Nov 2026: a day of the calendar, in no zone. */
function dayText(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language, navigator.languages), { timeZone: 'UTC', dateStyle: 'medium' });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
