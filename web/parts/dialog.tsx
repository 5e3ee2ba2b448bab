import type { DrawerProps, ModalProps } from '@mantine/core';
import { useOver } from './use-over';

/** Mantine's, read when it is first opened. */
export function Modal(props: ModalProps) {
  const { over, settled } = useOver(props.opened);
  return over ? <over.Modal {...props} opened={settled && props.opened} /> : null;
}

/** Mantine's, read when it is first opened. */
export function Drawer(props: DrawerProps) {
  const { over, settled } = useOver(props.opened);
  return over ? <over.Drawer {...props} opened={settled && props.opened} /> : null;
}
