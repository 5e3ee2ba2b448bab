import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { Icon } from '../../parts/icon';
import { ProblemLine } from '../../parts/problem-line';
import { TimeDrawer } from '../../presence/time-drawer';
import { useWords } from '../../words';
import { Loading } from '../loading';
import { SettingsFrame } from '../settings-frame';
import { AgentDialog } from './agent-dialog';
import { AgentMenu } from './agent-menu';
import { AgentRow } from './agent-row';
import '../rules/rules.css';
import './agents.css';
import { AwayReasons } from './away-reasons';
import { EndTwoFactorOf } from './end-two-factor';
import { HandOver } from './hand-over';
import { LinkDialog } from './link-dialog';
import { agentsQuery, useLiveAgents } from './query';
import { RemoveAgent } from './remove-agent';

type What = 'edit' | 'handOver' | 'remove' | 'time' | 'link' | 'endTwoFactor';
type Open = { readonly what: 'add' } | { readonly what: What; readonly agent: Account };

/** Who works at the desk. */
export function AgentsPage() {
  const { settings, agents: words } = useWords();
  const title = settings.frame.sections.agents;
  const { data: agents, error } = useQuery(agentsQuery);
  const [open, show] = useState<Open | null>(null);
  useLiveAgents();
  if (!agents) return <Loading title={title} error={error} rows={3} />;
  const close = () => show(null);
  return (
    <SettingsFrame
      title={title}
      actions={
        <button type="button" className="btn go" onClick={() => show({ what: 'add' })}>
          <Icon name="plus" />
          {words.add}
        </button>
      }
    >
      <Table agents={agents} onOpen={(what, agent) => show({ what, agent })} />
      <AwayReasons />
      {open?.what === 'add' ? <AgentDialog agent={null} onClose={close} /> : null}
      {open?.what === 'edit' ? <AgentDialog agent={open.agent} onClose={close} /> : null}
      {open?.what === 'link' ? <LinkDialog agent={open.agent} onClose={close} /> : null}
      {open?.what === 'endTwoFactor' ? <EndTwoFactorOf agent={open.agent} onClose={close} /> : null}
      {open?.what === 'time' ? <TimeDrawer agent={open.agent} onClose={close} /> : null}
      {open?.what === 'handOver' ? <HandOver agent={open.agent} onClose={close} /> : null}
      {open?.what === 'remove' ? <RemoveAgent agent={open.agent} onClose={close} /> : null}
    </SettingsFrame>
  );
}

interface TableProps {
  readonly agents: readonly Account[];
  readonly onOpen: (what: What, agent: Account) => void;
}

function Table({ agents, onOpen }: TableProps) {
  const { table, notSet } = useWords().agents;
  const { me } = useWorkspace();
  const [error, fail] = useState<unknown>(null);
  return (
    <div className="card agents">
      {error ? <ProblemLine error={error} what={notSet} /> : null}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{table.name}</th>
            <th scope="col">{table.role}</th>
            <th scope="col">{table.capacity}</th>
            <th scope="col">{table.presence}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <AgentRow key={agent.id} agent={agent} isMe={agent.id === me.id}>
              <AgentMenu agent={agent} isMe={agent.id === me.id} onOpen={(what) => onOpen(what, agent)} onFailed={fail} />
            </AgentRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}
