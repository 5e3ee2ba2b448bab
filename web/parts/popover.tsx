import type { Popover as Mantine, PopoverProps } from '@mantine/core';
import { type ComponentProps, type ReactNode, use } from 'react';
import { Opening, PlainTarget, useOpening, withRef } from './opening';

interface Props extends PopoverProps {
  readonly opened: boolean;
}

/** Mantine's popover, read when the first one is opened; its button opens it itself. */
export function Popover({ opened: wanted, children, ...props }: Props) {
  const { over, opening, opened } = useOpening(wanted, () => undefined);
  return (
    <Opening value={opening}>
      {over ? (
        <over.Popover {...props} opened={opened}>
          {children}
        </over.Popover>
      ) : (
        children
      )}
    </Opening>
  );
}

Popover.Target = function Target({ children }: { readonly children: ReactNode }) {
  const { over, target } = use(Opening);
  return over ? <over.Popover.Target>{withRef(children, target)}</over.Popover.Target> : <PlainTarget kind={null}>{children}</PlainTarget>;
};

Popover.Dropdown = function Dropdown(props: ComponentProps<typeof Mantine.Dropdown>) {
  const { over } = use(Opening);
  return over ? <over.Popover.Dropdown {...props} /> : null;
};
