import { type FormEvent, useId, useMemo, useState } from 'react';
import { Modal } from '../parts/dialog';
import { WrongText } from '../parts/wrong-text';
import { cityIn, zoneFrom, zonesHere } from '../preferences/zones';
import { useWords } from '../words';

interface Props {
  readonly zone: string;
  readonly onChoose: (zone: string) => void;
  readonly onClose: () => void;
}

/** A zone by its name or its city. */
export function OtherZone({ zone, onChoose, onClose }: Props) {
  const { analytics, common } = useWords();
  const words = analytics.zone;
  const id = useId();
  const zones = useMemo(zonesHere, []);
  const [text, setText] = useState(zone);
  const [wrong, setWrong] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const found = zoneFrom(text, zones);
    setWrong(found === null);
    if (found === null) return;
    onChoose(found);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.otherTitle} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={choose}>
        <div className="field">
          <label htmlFor={id}>{words.find}</label>
          <input
            id={id}
            className={`input ${wrong ? 'wrong' : ''}`}
            list={`${id}zones`}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}wrong` : undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <datalist id={`${id}zones`}>
            {zones.map((one) => (
              <option key={one} value={one} label={cityIn(one)} />
            ))}
          </datalist>
          {wrong ? <WrongText id={`${id}wrong`} says={words.none} /> : null}
        </div>
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn go">
            {words.choose}
          </button>
        </div>
      </form>
    </Modal>
  );
}
