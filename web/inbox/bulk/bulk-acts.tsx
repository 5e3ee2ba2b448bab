import { useState } from 'react';
import type { Action } from '../../api/types';
import { ticketNow } from '../../live/tickets';
import { Icon } from '../../parts/icon';
import type { IconName } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { useWords } from '../../words';
import { GiveItems, MoreItems, SnoozeItems, StageItems } from './bulk-menus';
import { BulkTags } from './bulk-tags';
import type { Deed } from './run';

interface Props {
  readonly ids: readonly string[];
  readonly busy: boolean;
  readonly onDo: (deed: Deed) => void;
}

/** What may be done to at least one of the chosen tickets; for the others the answer says why not. */
export function BulkActs({ ids, busy, onDo }: Props) {
  const { ticket, inbox } = useWords();
  const { bulk } = inbox;
  const [tagging, tag] = useState(false);
  const can = (action: Action) => ids.some((id) => ticketNow(id)?.allowedActions.includes(action));
  return (
    <div className="bulkacts">
      {can('close') ? (
        <button
          type="button"
          className="btn small"
          disabled={busy}
          title={ticket.do.close}
          onClick={() => onDo({ action: 'close', says: bulk.did.closed })}
        >
          <Icon name="check" size="s" />
          {ticket.do.close}
        </button>
      ) : null}
      {can('assign') || can('take') ? (
        <Opener icon="personAdd" name={ticket.do.assign} busy={busy}>
          <GiveItems can={can} onDo={onDo} />
        </Opener>
      ) : null}
      {can('snooze') ? (
        <Opener icon="snooze" name={ticket.do.snooze} busy={busy}>
          <SnoozeItems onDo={onDo} />
        </Opener>
      ) : null}
      <Opener icon="stages" name={ticket.stage} busy={busy}>
        <StageItems onDo={onDo} />
      </Opener>
      <Opener icon="more" name={bulk.more} busy={busy}>
        <MoreItems can={can} onDo={onDo} onTag={() => tag(true)} />
      </Opener>
      <BulkTags ids={ids} opened={tagging} onClose={() => tag(false)} onDo={onDo} />
    </div>
  );
}

interface OpenerProps {
  readonly icon: IconName;
  readonly name: string;
  readonly busy: boolean;
  readonly children: React.ReactNode;
}

const Opener = ({ icon, name, busy, children }: OpenerProps) => (
  <Menu position="bottom-end" width={260} returnFocus>
    <Menu.Target>
      <button type="button" className="btn quiet icon small" aria-label={name} title={name} disabled={busy}>
        <Icon name={icon} />
      </button>
    </Menu.Target>
    <Menu.Dropdown className="bulkmenu">{children}</Menu.Dropdown>
  </Menu>
);
