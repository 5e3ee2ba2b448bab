import type { Agent } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { useWords } from '../words';

const PRESENCES = ['online', 'away', 'offline'] as const;

interface Props {
  readonly onSay: (presence: Agent['presence'], reason: string | null) => void;
}

/** Whether one takes tickets; below Away the reasons that there are for it. */
export function PresenceItems({ onSay }: Props) {
  const { me, awayReasons } = useWorkspace();
  const { shell, common } = useWords();
  return PRESENCES.map((presence) => (
    <div key={presence}>
      <Menu.Item
        leftSection={<span className={`dot ${presence}`} />}
        rightSection={presence === me.presence && !isListed(me, awayReasons) ? <Icon name="check" /> : null}
        onClick={() => onSay(presence, null)}
      >
        {common.presences[presence]}
        <span className="sm mute block">{shell.presence[presence]}</span>
      </Menu.Item>
      {presence === 'away' && awayReasons.length > 0 ? (
        <div className="awayreasons">
          {awayReasons.map(({ key, name }) => (
            <Menu.Item
              key={key}
              aria-label={`${common.presences.away}: ${name}`}
              rightSection={me.presence === 'away' && me.presenceReason === name ? <Icon name="check" /> : null}
              onClick={() => onSay('away', name)}
            >
              <bdi className="cut block" title={name}>
                {name}
              </bdi>
            </Menu.Item>
          ))}
        </div>
      ) : null}
    </div>
  ));
}

const isListed = ({ presence, presenceReason }: Agent, reasons: readonly { readonly name: string }[]): boolean =>
  presence === 'away' && reasons.some(({ name }) => name === presenceReason);
