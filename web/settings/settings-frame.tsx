import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../api/workspace';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import type { Section } from './nav';
import { Refused } from './refused';
import { SectionMenu } from './section-menu';
import './settings.css';
import { SettingsNav } from './settings-nav';

interface Props {
  readonly title: string;
  /** The section that this page is below; none: it is a section itself. */
  readonly crumb?: Section;
  /** A mark before the title, and a line under it. */
  readonly mark?: ReactNode;
  readonly says?: ReactNode;
  /** Beside the title, at its end. */
  readonly actions?: ReactNode;
  /** A bar that stays at the bottom: what is to be saved. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the settings beside their navigation. Agents are told who may. */
export function SettingsFrame({ title, crumb, mark, says, actions, foot, children }: Props) {
  const { me } = useWorkspace();
  if (me.role !== 'admin') return <Refused />;
  return (
    <main className="page settings">
      <SettingsNav />
      <div className="set">
        <div className="inner">
          <SectionMenu />
          <Up crumb={crumb} title={title} />
          <header className="sethead">
            {mark}
            <div className="grow">
              <h1>
                <bdi>{title}</bdi>
              </h1>
              {says ? <div className="mute">{says}</div> : null}
            </div>
            {actions}
          </header>
          {children}
        </div>
        {foot ? <div className="savebar">{foot}</div> : null}
      </div>
    </main>
  );
}

/** Where this page is, and on phones the way back. */
function Up({ crumb, title }: Pick<Props, 'crumb' | 'title'>) {
  const { frame } = useWords().settings;
  return (
    <div className={`sm mute crumb ${crumb ? '' : 'phoneonly'}`}>
      <Link to="/settings/{-$section}" params={{ section: crumb }}>
        <span className="phoneonly">
          <Icon name="back" size="s" flips />
        </span>
        {crumb ? frame.sections[crumb] : frame.title}
      </Link>
      {crumb ? (
        <span className="here">
          {' / '}
          <bdi>{title}</bdi>
        </span>
      ) : null}
    </div>
  );
}
