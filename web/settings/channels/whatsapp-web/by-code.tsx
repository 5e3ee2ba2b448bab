import { type FormEvent, useId, useState } from 'react';
import { WrongText } from '../../../parts/wrong-text';
import { useWords } from '../../../words';
import { isPhone } from './code-in-two';
import type { Wishing } from './use-wish';

/** For who has the phone and no second screen: a code that is typed there. */
export function ByCode({ wishing: { wish, isPending } }: { readonly wishing: Wishing }) {
  const { phone: words } = useWords().networks;
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setWrong(!isPhone(number));
    if (isPhone(number)) wish({ type: 'pair', phone: number.trim() }).catch(() => undefined);
  };
  return (
    <form className="field" onSubmit={ask} noValidate>
      <label htmlFor={id}>{words.number}</label>
      <span className="row">
        <span className={`input grow ${wrong ? 'wrong' : ''}`}>
          <input
            id={id}
            type="tel"
            autoComplete="off"
            dir="ltr"
            maxLength={32}
            value={number}
            aria-invalid={wrong}
            aria-describedby={`${id}-says`}
            onChange={({ target }) => {
              setNumber(target.value);
              setWrong(false);
            }}
          />
        </span>
        <button type="submit" className="btn" disabled={isPending}>
          {words.askForCode}
        </button>
      </span>
      <span id={`${id}-says`}>
        {wrong ? <WrongText says={words.noNumber} /> : null}
        <span className="hint">{words.numberHint}</span>
      </span>
    </form>
  );
}
