import type { Menu as Mantine, MenuItemProps, MenuProps } from '@mantine/core';
import { type ComponentProps, type ReactNode, use, useState } from 'react';
import { Opening, PlainTarget, useOpening, withRef } from './opening';

/** For a menu that stays in the landmark of its button; not inside of what is moved by a transform, which would cut it off. */
export const IN_PLACE = { withinPortal: false, floatingStrategy: 'fixed' } as const;

/** Mantine's menu, read when the first one is opened; until then only its button is there. */
export function Menu({ opened: given, onChange, children, ...props }: MenuProps) {
  const [own, setOwn] = useState(false);
  const change = (next: boolean) => {
    setOwn(next);
    onChange?.(next);
  };
  const { over, opening, opened } = useOpening(given ?? own, () => change(true));
  return (
    <Opening value={opening}>
      {over ? (
        <over.Menu withInitialFocusPlaceholder={false} {...props} opened={opened} onChange={change}>
          {children}
        </over.Menu>
      ) : (
        children
      )}
    </Opening>
  );
}

Menu.Target = function Target({ children }: { readonly children: ReactNode }) {
  const { over, target } = use(Opening);
  return over ? <over.Menu.Target>{withRef(children, target)}</over.Menu.Target> : <PlainTarget kind="menu">{children}</PlainTarget>;
};

Menu.Dropdown = function Dropdown(props: ComponentProps<typeof Mantine.Dropdown>) {
  const { over } = use(Opening);
  return over ? <over.Menu.Dropdown {...props} /> : null;
};

/** Mantine calls every one a `menuitem`; one that is ticked has a role of its own. */
Menu.Item = function Item({ role, ...props }: MenuItemProps & Omit<ComponentProps<'button'>, keyof MenuItemProps>) {
  const { over } = use(Opening);
  if (!over) return null;
  const ticked = role ? { renderRoot: (root: ComponentProps<'button'>) => <button {...root} type="button" role={role} /> } : {};
  return <over.Menu.Item {...props} {...ticked} />;
};

Menu.Label = function Label(props: ComponentProps<typeof Mantine.Label>) {
  const { over } = use(Opening);
  return over ? <over.Menu.Label {...props} /> : null;
};

Menu.Divider = function Divider() {
  const { over } = use(Opening);
  return over ? <over.Menu.Divider /> : null;
};
