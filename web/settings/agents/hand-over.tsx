import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ask } from '../../api/ask';
import type { Agent } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { Modal } from '../../parts/dialog';
import { ProblemLine } from '../../parts/problem-line';
import { SelectBox } from '../../parts/select-box';
import { useWords } from '../../words';

const OUTCOMES = ['assigned', 'queued', 'unassigned', 'left'] as const;

interface HandedOver {
  readonly data: readonly { readonly ticketId: string; readonly outcome: (typeof OUTCOMES)[number] }[];
}

interface Props {
  readonly agent: Pick<Agent, 'id' | 'name'>;
  readonly onClose: () => void;
}

/** Gives every open ticket of somebody to a colleague who is online, to a team, or back to the queue; then tells what became of them. */
export function HandOver({ agent, onClose }: Props) {
  const { teams, common } = useWords();
  const { handOver: words } = teams;
  const [to, choose] = useState('queue:');
  const id = useId();
  const giving = useMutation({
    mutationFn: () => ask<HandedOver>('POST', `/agents/${agent.id}/hand-over`, { body: bodyOf(to) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!giving.isPending) giving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={words.title(agent.name)} closeButtonProps={{ 'aria-label': common.close }}>
      <form className="asking" onSubmit={submit}>
        {giving.error ? <ProblemLine error={giving.error} what={words.notDone} /> : null}
        {giving.data ? null : (
          <>
            <p className="soft">{words.says}</p>
            <div className="field">
              <label htmlFor={id}>{words.to}</label>
              <Heirs id={id} except={agent.id} value={to} onChange={choose} />
            </div>
          </>
        )}
        <div role="status">{giving.data ? <Outcome name={agent.name} handed={giving.data} /> : null}</div>
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {giving.data ? common.close : common.cancel}
          </button>
          {giving.data ? null : (
            <button type="submit" className="btn go" disabled={giving.isPending}>
              {giving.isPending ? words.acting : words.act}
            </button>
          )}
        </div>
      </form>
    </Modal>
  );
}

function bodyOf(to: string): object {
  const [kind, id] = to.split(':');
  return kind === 'agent' ? { agentId: id } : kind === 'team' ? { teamId: id } : { queue: true };
}

interface HeirsProps {
  readonly id: string;
  readonly except: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Heirs({ id, except, value, onChange }: HeirsProps) {
  const { handOver: words } = useWords().teams;
  const { agents, teams } = useWorkspace();
  const online = agents.filter((agent) => agent.id !== except && agent.presence === 'online');
  return (
    <SelectBox id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="queue:">{words.queue}</option>
      {teams.map((team) => (
        <option key={team.id} value={`team:${team.id}`}>
          {words.team(team.name)}
        </option>
      ))}
      {online.map((agent) => (
        <option key={agent.id} value={`agent:${agent.id}`}>
          {agent.name}
        </option>
      ))}
    </SelectBox>
  );
}

function Outcome({ name, handed: { data } }: { readonly name: string; readonly handed: HandedOver }) {
  const { handOver: words } = useWords().teams;
  if (data.length === 0) return <p>{words.nothing(name)}</p>;
  const counts = OUTCOMES.map((outcome) => ({ outcome, count: data.filter((one) => one.outcome === outcome).length }));
  return counts.filter(({ count }) => count > 0).map(({ outcome, count }) => <p key={outcome}>{words.outcomes[outcome](count)}</p>);
}
