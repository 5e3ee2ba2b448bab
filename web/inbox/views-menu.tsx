import { useNavigate } from '@tanstack/react-router';
import { useCounts } from '../api/counts';
import { useSavedViews, useViewCounts } from '../api/views';
import { useWorkspace } from '../api/workspace';
import { Count } from '../app/rail';
import { teamsToWatch } from '../app/team-views';
import { VIEWS, viewOfTeam } from '../app/views';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';

/** On a phone the title is the menu of the views. */
export function ViewsMenu({ title }: { readonly title: string }) {
  const { shell, inbox } = useWords();
  const counts = useCounts();
  const saved = useSavedViews();
  const teams = teamsToWatch(useWorkspace());
  const savedCounts = useViewCounts();
  const go = useNavigate();
  const look = (view: string) => void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: undefined } });
  return (
    <Menu {...IN_PLACE} position="bottom-start" width={280} shadow="lg">
      <h1 className="viewtitle">
        <Menu.Target>
          <button type="button" className="titlebutton" aria-label={`${title}, ${inbox.views}`}>
            <bdi className="cut">{title}</bdi>
            <Icon name="down" />
          </button>
        </Menu.Target>
      </h1>
      <Menu.Dropdown className="choices">
        {VIEWS.map(({ key, icon, count }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon name={icon} />}
            rightSection={<Count of={counts ? count(counts) : null} />}
            onClick={() => look(key)}
          >
            {shell.views[key]}
          </Menu.Item>
        ))}
        {teams.length > 0 ? <Menu.Label>{shell.teams}</Menu.Label> : null}
        {teams.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon name="team" />}
            rightSection={<Count of={counts?.byTeam.find(({ teamId }) => teamId === id)?.open ?? null} />}
            onClick={() => look(viewOfTeam(id))}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
        {saved.length > 0 ? <Menu.Label>{shell.savedViews}</Menu.Label> : null}
        {saved.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon name="star" />}
            rightSection={<Count of={savedCounts[id] ?? null} />}
            onClick={() => look(id)}
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
