import type { ReactNode } from 'react';
import { Icon } from '../../parts/icon';
import type { IconName } from '../../parts/icons';

interface Props {
  readonly icon: IconName;
  readonly tone: 'good' | 'mute' | 'bad-t' | 'warn-t';
  readonly title: string;
  readonly at?: ReactNode;
  readonly children: ReactNode;
}

/** One thing to come true, with what is known of it. */
export function Step({ icon, tone, title, at, children }: Props) {
  return (
    <li>
      <span className={tone}>
        <Icon name={icon} />
      </span>
      <div>
        <b>{title}</b>
        {children}
      </div>
      <span className="sm mute nw">{at}</span>
    </li>
  );
}
