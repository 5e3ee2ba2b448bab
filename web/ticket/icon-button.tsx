import { type ComponentPropsWithRef, type PointerEvent, useRef, useState } from 'react';
import { Caps } from '../keys/caps';
import { ariaKeys, type Chord } from '../keys/chord';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { useOver } from '../parts/use-over';

interface Props extends Omit<ComponentPropsWithRef<'button'>, 'name' | 'type'> {
  readonly icon: IconName;
  readonly name: string;
  readonly keys?: Chord;
  /** Its menu is open: the tooltip would lie over it. */
  readonly open?: boolean;
}

/** One of the few icons without a word beside it: it has a name, and a tooltip that shows its keys. */
export function IconButton({ icon, name, keys, open = false, className = '', ...more }: Props) {
  const { target, ...tipped } = useTip(more);
  return (
    <>
      <button
        {...more}
        {...tipped}
        type="button"
        className={`btn quiet icon ${className}`}
        aria-label={name}
        aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      >
        <Icon name={icon} flips={icon === 'transfer'} />
      </button>
      <Tip target={open ? null : target} name={name} keys={keys} />
    </>
  );
}

/** A pointer that passes by is not a question. */
const PATIENCE = 400;

/** Over what the tooltip is; null: over nothing. */
function useTip({ onPointerEnter, onPointerLeave }: Pick<Props, 'onPointerEnter' | 'onPointerLeave'>) {
  const [target, show] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = () => {
    clearTimeout(timer.current);
    show(null);
  };
  return {
    target,
    onPointerEnter: (event: PointerEvent<HTMLButtonElement>) => {
      const { currentTarget } = event;
      if (event.pointerType === 'mouse') timer.current = setTimeout(() => show(currentTarget), PATIENCE);
      onPointerEnter?.(event);
    },
    onPointerLeave: (event: PointerEvent<HTMLButtonElement>) => {
      hide();
      onPointerLeave?.(event);
    },
    onFocus: ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }) =>
      currentTarget.matches(':focus-visible') && show(currentTarget),
    onBlur: hide,
    onPointerDown: hide,
  };
}

interface TipProps {
  readonly target: HTMLElement | null;
  readonly name: string;
  readonly keys: Chord | undefined;
}

function Tip({ target, name, keys }: TipProps) {
  const { over } = useOver(target !== null);
  if (!over || !target) return null;
  const label = (
    <span className="row tip">
      {name}
      {keys ? <Caps chord={keys} /> : null}
    </span>
  );
  return <over.Tooltip opened target={target} label={label} />;
}
