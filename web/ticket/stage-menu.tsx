import { useState } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { ariaKeys } from '../keys/chord';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { useTicketActions } from './actions';
import { shown } from './calls';
import { TICKET_KEYS } from './keys';
import { useMenu } from './open-menu';
import { SnoozeTime } from './snooze-time';
import { stageChoices } from './stage-choices';

/** The ticket's stage, and the others that can be chosen for it. */
export function StageMenu({ ticket, small }: { readonly ticket: Ticket; readonly small?: boolean }) {
  const { stages: says, stage: label } = useWords().ticket;
  const { stages } = useWorkspace();
  const act = useTicketActions(ticket.id);
  const [opened, open] = useMenu('stage');
  const [choosing, choose] = useState(false);
  const { stage } = ticket;
  return (
    <>
      <Menu {...IN_PLACE} opened={opened} onChange={open} position="bottom-start" width={260}>
        <Menu.Target>
          <button
            type="button"
            className={`stage ${small ? '' : 'big'}`}
            data-color={stage.color}
            aria-label={`${label}: ${stage.name}`}
            aria-keyshortcuts={ariaKeys(TICKET_KEYS.stage)}
            title={stage.name}
          >
            <bdi className="cut">{stage.name}</bdi>
            <Icon name="down" size="xs" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {stageChoices(stages, ticket).map(({ stage: { key, name, color }, now, also }) => (
            <Menu.Item
              key={key}
              leftSection={<span className="swatch" data-color={color} />}
              rightSection={now ? <Icon name="check" /> : also ? <span className="mute">{says[also]}</span> : null}
              aria-current={now || undefined}
              onClick={() => (now ? undefined : key === 'snoozed' ? choose(true) : shown(act.setStage(key)))}
            >
              <bdi>{name}</bdi>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SnoozeTime ticket={ticket} opened={choosing} onClose={() => choose(false)} />
    </>
  );
}
