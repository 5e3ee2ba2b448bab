import { Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { Caps } from '../keys/caps';
import { ariaKeys, type Chord } from '../keys/chord';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'name' | 'type'> {
  readonly icon: IconName;
  readonly name: string;
  readonly keys?: Chord;
  /** Its menu is open: the tooltip would lie over it. */
  readonly open?: boolean;
}

/** One of the few icons without a word beside it: it has a name, and a tooltip that shows its keys. */
export function IconButton({ icon, name, keys, open = false, className = '', ...more }: Props) {
  return (
    <Tooltip openDelay={400} disabled={open} label={<Tip name={name} keys={keys} />}>
      <button
        {...more}
        type="button"
        className={`btn quiet icon ${className}`}
        aria-label={name}
        aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      >
        <Icon name={icon} flips={icon === 'transfer'} />
      </button>
    </Tooltip>
  );
}

const Tip = ({ name, keys }: { readonly name: string; readonly keys: Chord | undefined }) => (
  <span className="row tip">
    {name}
    {keys ? <Caps chord={keys} /> : null}
  </span>
);
