import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../parts/icon';
import { IN_PLACE, Menu } from '../parts/menu';
import { useWords } from '../words';
import { NAV } from './nav';

/** The navigation where it has no room beside the page. */
export function SectionMenu() {
  const { frame } = useWords().settings;
  const go = useNavigate();
  return (
    <Menu {...IN_PLACE} position="bottom-start" width={220}>
      <Menu.Target>
        <button type="button" className="btn small setmenu">
          {frame.title}
          <Icon name="down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {NAV.map(({ key, icon }) => (
          <Menu.Item
            key={key}
            leftSection={<Icon name={icon} />}
            onClick={() => void go({ to: '/settings/{-$section}', params: { section: key } })}
          >
            {frame.sections[key]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
