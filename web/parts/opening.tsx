import {
  cloneElement,
  createContext,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  type RefObject,
  use,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { readOver, useOver } from './use-over';

type Over = NonNullable<ReturnType<typeof useOver>['over']>;

interface Opening {
  /** null: only its button stands there. */
  readonly over: Over | null;
  readonly target: RefObject<HTMLElement | null>;
  /** Remembers who had the focus, and opens it if it is told to. */
  readonly press: (opens: boolean) => void;
}

export const Opening = createContext<Opening>({ over: null, target: { current: null }, press: () => undefined });

/**
 * What opens from a button is that button alone until it is first opened: most never are, and the code of all of them is
 * large. The button is drawn anew then, and keeps the focus.
 */
export function useOpening(opened: boolean, open: () => void) {
  const { over, settled } = useOver(opened);
  const target = useRef<HTMLElement>(null);
  const focused = useRef(false);
  const latest = useRef(open);
  latest.current = open;
  useLayoutEffect(() => {
    if (settled && focused.current) target.current?.focus({ preventScroll: true });
    focused.current = false;
  }, [settled]);
  const opening = useMemo<Opening>(
    () => ({
      over,
      target,
      press: (opens) => {
        focused.current = target.current === document.activeElement;
        if (opens) latest.current();
      },
    }),
    [over],
  );
  return { over, opening, opened: settled && opened };
}

type Button = ReactElement<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>>;

/** The button while nothing else is there. `kind`: what it opens; null: the button says that itself, and opens it itself. */
export function PlainTarget({ kind, children }: { readonly kind: 'menu' | null; readonly children: ReactNode }) {
  const { target, press } = use(Opening);
  const button = children as Button;
  return cloneElement(button, {
    ref: target,
    onPointerEnter: () => void readOver(),
    ...(kind === null ? {} : { 'aria-haspopup': kind, 'aria-expanded': false }),
    onClick: (event) => {
      button.props.onClick?.(event);
      press(kind !== null);
    },
  });
}

export const withRef = (children: ReactNode, ref: RefObject<HTMLElement | null>) => cloneElement(children as Button, { ref });
