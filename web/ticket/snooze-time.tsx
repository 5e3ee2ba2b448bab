import { type FormEvent, useId, useState } from 'react';
import type { Ticket } from '../api/types';
import { Modal } from '../parts/dialog';
import { Icon } from '../parts/icon';
import { useWords, useZone } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { cityOf, momentOf, snoozeTimes, wallClock } from './zoned';

interface Props {
  readonly ticket: Ticket;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A time of one's own, by the clock of the agent's zone, which is named. */
export function SnoozeTime({ ticket, opened, onClose }: Props) {
  const {
    ticket: { snooze },
    common,
  } = useWords();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': common.close }}
      opened={opened}
      onClose={onClose}
      title={snooze.title(ticket.number)}
      size="sm"
    >
      <Form ticket={ticket} onClose={onClose} />
    </Modal>
  );
}

function Form({ ticket, onClose }: Omit<Props, 'opened'>) {
  const { ticket: words, common } = useWords();
  const zone = useZone();
  const act = useTicketActions(ticket.id);
  const [wall, setWall] = useState(() => wallClock(snoozeTimes(Date.now(), zone).tomorrow, zone));
  const [late, setLate] = useState(false);
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const at = wall === '' ? 0 : momentOf(wall, zone);
    if (at <= Date.now()) return setLate(true);
    shown(act.snooze({ until: new Date(at).toISOString() }));
    onClose();
  };
  return (
    <form onSubmit={send} className="stack">
      <div className="field">
        <label htmlFor={id}>{words.snooze.until(cityOf(zone))}</label>
        <input
          id={id}
          className={`input ${late ? 'wrong' : ''}`}
          type="datetime-local"
          required
          data-autofocus
          value={wall}
          min={wallClock(Date.now(), zone)}
          aria-invalid={late}
          aria-describedby={late ? `${id}-late` : undefined}
          onChange={(event) => {
            setWall(event.target.value);
            setLate(false);
          }}
        />
        {late ? (
          <span className="wrongtext" id={`${id}-late`}>
            <Icon name="failed" size="s" />
            {words.snooze.past}
          </span>
        ) : null}
      </div>
      <div className="row ends">
        <button type="button" className="btn quiet" onClick={onClose}>
          {common.cancel}
        </button>
        <button type="submit" className="btn go">
          {words.snooze.go}
        </button>
      </div>
    </form>
  );
}
