import { Modal } from '@mantine/core';
import { useWords } from '../words';
import { TemplateForm } from './template-form';

interface Props {
  readonly ticketId: string;
  readonly onClose: () => void;
}

export function TemplateDialog({ ticketId, onClose }: Props) {
  const { composer, common } = useWords();
  return (
    <Modal opened onClose={onClose} title={composer.templates.title} closeButtonProps={{ 'aria-label': common.close }}>
      <TemplateForm ticketId={ticketId} onSent={onClose} />
    </Modal>
  );
}
