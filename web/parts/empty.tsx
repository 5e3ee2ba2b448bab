import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly says: ReactNode;
  /** One way on. */
  readonly children?: ReactNode;
}

/** What is so, what comes by itself, one action. */
export function Empty({ icon, title, says, children }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p className="soft">{says}</p>
      {children}
    </div>
  );
}
