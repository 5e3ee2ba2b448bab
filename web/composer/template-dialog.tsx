import { Modal } from '@mantine/core';
import type { Ticket } from '../api/types';
import { useWords } from '../words';
import { TemplateForm } from './template-form';

interface Props {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

export function TemplateDialog({ ticket, onClose }: Props) {
  const { composer, common } = useWords();
  return (
    <Modal opened onClose={onClose} title={composer.templates.title} closeButtonProps={{ 'aria-label': common.close }}>
      <TemplateForm ticket={ticket} onSent={onClose} />
    </Modal>
  );
}
