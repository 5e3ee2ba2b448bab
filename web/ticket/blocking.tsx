import './panel.css';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ContactDetailJson as ContactJson } from '../../src/http/schemas/contact';
import { useWorkspace } from '../api/workspace';
import { type Command, useCommands } from '../keys/commands';
import { AskDialog } from '../parts/ask-dialog';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { useChangeContact } from './use-contact';

interface Props {
  readonly contact: ContactJson;
  readonly name: string;
}

const SamePerson = lazy(async () => ({ default: (await import('../contacts/same-person')).SamePerson }));

/** What can be done about a person. Everybody may block; only admins unblock, from the line that says so. */
export function ContactMenu({ contact, name }: Props) {
  const { blocking, isSame } = useWords().ticket;
  const change = useChangeContact(contact.id);
  const [asking, ask] = useState(false);
  const [choosing, choose] = useState(false);
  const commands = useMemo(
    (): readonly Command[] => [{ id: 'contact.same', group: 'ticket', title: isSame, icon: 'contacts', run: () => choose(true) }],
    [isSame],
  );
  useCommands(commands);
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-end" returnFocus>
        <Menu.Target>
          <button type="button" className="btn quiet icon small" aria-label={blocking.menu(name)} title={blocking.menu(name)}>
            <Icon name="more" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="contacts" />} onClick={() => choose(true)}>
            {isSame}
          </Menu.Item>
          {contact.blocked ? null : (
            <Menu.Item leftSection={<Icon name="shield" />} onClick={() => ask(true)}>
              {blocking.block}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {choosing ? (
        <Suspense>
          <SamePerson contact={contact} other={null} onClose={() => choose(false)} />
        </Suspense>
      ) : null}
      {asking ? (
        <AskDialog
          title={blocking.title(name)}
          says={blocking.says}
          act={blocking.block}
          notDone={blocking.notBlocked}
          onAct={() => change('POST', '/block')}
          onClose={() => ask(false)}
        />
      ) : null}
    </>
  );
}

/** Says what being blocked means, and offers what blocking did not do: closing the ticket. */
export function BlockedLine({ contact, ticketId }: { readonly contact: ContactJson; readonly ticketId?: string }) {
  const { blocking } = useWords().ticket;
  const { me } = useWorkspace();
  const change = useChangeContact(contact.id);
  const unblocking = useMutation({ mutationFn: () => change('POST', '/unblock') });
  return (
    <div className="blockedline" role="note">
      <p>
        <Icon name="shield" size="s" /> <b>{blocking.blocked}</b> {blocking.means}
      </p>
      {unblocking.error ? <ProblemLine error={unblocking.error} what={blocking.notUnblocked} /> : null}
      <div className="row">
        {ticketId ? <CloseToo ticketId={ticketId} /> : null}
        {me.role === 'admin' ? (
          <button type="button" className="btn small" disabled={unblocking.isPending} onClick={() => unblocking.mutate()}>
            {blocking.unblock}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function CloseToo({ ticketId }: { readonly ticketId: string }) {
  const { blocking } = useWords().ticket;
  const act = useTicketActions(ticketId);
  if (!act.allowed('close')) return null;
  return (
    <button type="button" className="btn small" onClick={() => shown(act.close())}>
      {blocking.closeToo}
    </button>
  );
}
