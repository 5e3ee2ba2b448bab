import { useAround } from './context';
import { Rich } from './rich';

export const useMarks = (): boolean => useAround().ticket.channel.kind.startsWith('whatsapp');

/** Words by the network's rules. */
export function Said({ text }: { readonly text: string }) {
  const marks = useMarks();
  return text === '' ? null : <Rich text={text} marks={marks} />;
}
