import { type FormEvent, useId, useState } from 'react';
import { Modal } from '../parts/dialog';
import { WrongText } from '../parts/wrong-text';
import { useWords } from '../words';
import type { Days } from './days';

interface Props {
  readonly days: Days;
  readonly onChoose: (days: Days) => void;
  readonly onClose: () => void;
}

/** Two days, both included. */
export function OwnDates({ days, onChoose, onClose }: Props) {
  const { analytics, common } = useWords();
  const words = analytics.period;
  const id = useId();
  const [{ from, to }, set] = useState<Days>({ from: days.from, to: days.to });
  const wrong = from !== '' && to !== '' && from > to;
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (wrong || from === '' || to === '') return;
    onChoose({ from, to });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.ownTitle} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={choose}>
        <div className="row owndates">
          {(['from', 'to'] as const).map((end) => (
            <div key={end} className="field grow">
              <label htmlFor={`${id}${end}`}>{words[end]}</label>
              <input
                id={`${id}${end}`}
                type="date"
                required
                className={`input ${wrong ? 'wrong' : ''}`}
                aria-invalid={wrong}
                aria-describedby={wrong ? `${id}wrong` : undefined}
                value={end === 'from' ? from : to}
                onChange={(event) => set({ from, to, [end]: event.target.value })}
              />
            </div>
          ))}
        </div>
        {wrong ? <WrongText id={`${id}wrong`} says={words.wrongOrder} /> : null}
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go" disabled={wrong || from === '' || to === ''}>
            {words.show}
          </button>
        </div>
      </form>
    </Modal>
  );
}
