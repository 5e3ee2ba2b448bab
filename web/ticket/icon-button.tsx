import { Tooltip } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { Caps } from '../keys/caps';
import type { Chord } from '../keys/chord';
import { ariaKeys } from '../keys/chord';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';

interface Props {
  readonly icon: IconName;
  readonly name: string;
  readonly keys?: Chord;
  readonly onClick?: () => void;
  readonly expanded?: boolean;
  readonly popup?: 'menu' | 'dialog';
  readonly className?: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One of the few icons without a word beside it: it has a name, and a tooltip that shows its keys. */
export function IconButton({ icon, name, keys, onClick, expanded, popup, className = '', ref, ...more }: Props) {
  return (
    <Tooltip
      openDelay={400}
      disabled={expanded ?? false}
      label={
        <span className="row tip">
          {name}
          {keys ? <Caps chord={keys} /> : null}
        </span>
      }
    >
      <button
        {...more}
        ref={ref}
        type="button"
        className={`btn quiet icon ${className}`}
        aria-label={name}
        aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
        aria-haspopup={popup}
        aria-expanded={popup ? expanded : undefined}
        onClick={onClick}
      >
        <Icon name={icon} flips={icon === 'transfer'} />
      </button>
    </Tooltip>
  );
}
