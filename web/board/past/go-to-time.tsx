import { type FormEvent, useId, useState } from 'react';
import { deskNow } from '../../live/link';
import { Modal } from '../../parts/dialog';
import { Icon } from '../../parts/icon';
import { cityOf, momentOf, wallClock } from '../../ticket/zoned';
import { useWords } from '../../words';

interface Props {
  readonly at: number;
  readonly zone: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onGo: (at: number) => void;
}

/** A day and a time by the desk's clock, whose zone is named. */
export function GoToTime({ opened, onClose, ...form }: Props) {
  const { board, common } = useWords();
  return (
    <Modal closeButtonProps={{ 'aria-label': common.close }} opened={opened} onClose={onClose} title={board.past.goTo} size="sm">
      <Form {...form} onClose={onClose} />
    </Modal>
  );
}

function Form({ at, zone, onClose, onGo }: Omit<Props, 'opened'>) {
  const { board, common } = useWords();
  const [wall, setWall] = useState(() => wallClock(at, zone));
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const go = (event: FormEvent) => {
    event.preventDefault();
    const to = wall === '' ? Number.NaN : momentOf(wall, zone);
    if (!(to < deskNow())) return setWrong(true);
    onGo(to);
    onClose();
  };
  return (
    <form onSubmit={go} className="asking">
      <div className="field">
        <label htmlFor={id}>{board.past.timeIn(cityOf(zone))}</label>
        <input
          id={id}
          className={`input ${wrong ? 'wrong' : ''}`}
          type="datetime-local"
          required
          data-autofocus
          value={wall}
          max={wallClock(deskNow(), zone)}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setWall(event.target.value);
            setWrong(false);
          }}
        />
        {wrong ? (
          <span className="wrongtext" id={`${id}-wrong`}>
            <Icon name="failed" size="s" />
            {board.past.notPast}
          </span>
        ) : null}
      </div>
      <div className="row end">
        <button type="button" className="btn quiet" onClick={onClose}>
          {common.cancel}
        </button>
        <button type="submit" className="btn go">
          {board.past.show}
        </button>
      </div>
    </form>
  );
}
