import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { BadChannels } from '../app/bad-channels';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { GROUPS, NAV } from './nav';

/** The ways to every section: beside it on wide windows, a page of its own on phones. */
export function SettingsNav() {
  const { frame } = useWords().settings;
  return (
    <nav className="setnav" aria-label={frame.title}>
      {GROUPS.map((group) => (
        <Fragment key={group}>
          {group === 'general' ? null : <div className="navhead">{frame.groups[group]}</div>}
          {NAV.filter((row) => row.group === group).map(({ key, icon }) => (
            <Link
              key={key}
              className="nav"
              to="/settings/{-$section}"
              params={{ section: key }}
              activeOptions={{ exact: false }}
              activeProps={{ className: 'on', 'aria-current': 'page' }}
            >
              <Icon name={icon} />
              {frame.sections[key]}
              {key === 'channels' ? <BadChannels /> : null}
            </Link>
          ))}
        </Fragment>
      ))}
    </nav>
  );
}
