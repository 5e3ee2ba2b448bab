import type { ReactNode } from 'react';
import { useWorkspace } from '../api/workspace';
import type { ListSearch } from '../app/list-search';
import { StageChip } from '../parts/stage-chip';
import { StatusPill } from '../parts/status-pill';
import { useWords } from '../words';
import { channelChoice } from './channel-choice';
import { FilterMenu } from './filter-menu';
import { valuesOf } from './list-query';
import { useAddress, useNarrow } from './use-address';

const STATUSES = ['pending', 'active', 'proactive', 'in_progress', 'idle', 'closed'] as const;
const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;

export type FilterName = 'status' | 'stage' | 'channel' | 'team' | 'assignee' | 'priority';

/** The chips of these filters. Of what the view fixes by itself only that can be chosen. */
export function Filters({ names }: { readonly names: readonly FilterName[] }) {
  const { search, own } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const choices = useChoices(search.q === undefined ? own : undefined);
  return names
    .filter((name) => choices[name].length > 1 || search[name] !== undefined)
    .map((name) => (
      <FilterMenu
        key={name}
        label={inbox.filters[name]}
        choices={choices[name]}
        chosen={valuesOf(search[name])}
        onChoose={(values) => narrow({ [name]: values.join(',') || undefined })}
      />
    ));
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly label: ReactNode;
}

function useChoices(own: ListSearch | undefined): Readonly<Record<FilterName, readonly Choice[]>> {
  const { stages, channels, agents, teams, me } = useWorkspace();
  const { common, inbox } = useWords();
  const fixed = (name: FilterName) => valuesOf(own?.[name]);
  const possible = <Value extends string>(name: FilterName, values: readonly Value[]) =>
    fixed(name).length === 0 ? values : values.filter((value) => fixed(name).includes(value));
  const people = [{ id: 'me', name: inbox.me }, { id: 'none', name: inbox.nobody }, ...agents.filter(({ id }) => id !== me.id)];
  return {
    status: possible('status', STATUSES).map((value) => ({ value, name: common.statuses[value], label: <StatusPill status={value} /> })),
    stage: stages
      .filter(({ key }) => possible('stage', [key]).length > 0)
      .map((stage) => ({ value: stage.key, name: stage.name, label: <StageChip stage={stage} /> })),
    channel: channels.map(channelChoice),
    team:
      own?.team || teams.length === 0
        ? []
        : [...teams, { id: 'none', name: inbox.noTeam }].map(({ id, name }) => ({ value: id, name, label: <bdi>{name}</bdi> })),
    assignee: own?.assignee ? [] : people.map(({ id, name }) => ({ value: id, name, label: <bdi>{name}</bdi> })),
    priority: PRIORITIES.map((value) => ({ value, name: common.priorities[value] ?? value, label: common.priorities[value] ?? value })),
  };
}
