import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

interface Props {
  /** It is all that the page says. */
  readonly page?: boolean;
  readonly icon: IconName;
  readonly title: string;
  readonly says: ReactNode;
  /** One way on. */
  readonly children?: ReactNode;
}

/** What is so, what comes by itself, one action. */
export function Empty({ icon, title, says, children, page }: Props) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      <p className="soft">{says}</p>
      {children}
    </div>
  );
}
