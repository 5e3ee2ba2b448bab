import type { DrawerProps, ModalProps } from '@mantine/core';
import { useEffect } from 'react';
import { useOver } from './use-over';

/** Mantine's, read when it is first opened. */
export function Modal(props: ModalProps) {
  const { over, settled } = useOver(props.opened);
  useReturn(props.opened);
  return over ? <over.Modal {...props} opened={settled && props.opened} /> : null;
}

/** Mantine's, read when it is first opened. */
export function Drawer(props: DrawerProps) {
  const { over, settled } = useOver(props.opened);
  useReturn(props.opened);
  return over ? <over.Drawer {...props} opened={settled && props.opened} /> : null;
}

/** What had the focus before the first of several dialogs that follow each other. */
let outside: HTMLElement | null = null;

/** The focus goes back there, where nothing else has taken it. */
function useReturn(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement !== document.body && !activeElement.closest('[role=dialog]'))
      outside = activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && !document.querySelector('[role=dialog]')) outside?.focus();
      }, 50);
    };
  }, [opened]);
}
