import type { Message } from '../api/types';
import { partsNaming } from '../parts/naming';
import { useAround } from './context';
import { Pieces } from './rich';
import { piecesOf } from './rich-text';
import { useMarks } from './words';

interface Props {
  readonly text: string;
  readonly mentions: NonNullable<Message['mentions']>;
}

/** A note that names colleagues; who reads it sees best where it is they. */
export function Note({ text, mentions }: Props) {
  const marks = useMarks();
  const { meId } = useAround();
  return (
    <p className="said" dir="auto">
      {partsNaming(text, mentions).map((part, index) =>
        typeof part === 'string' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
          <Pieces key={index} pieces={piecesOf(part, marks)} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <bdi key={index} className={`named ${part.id === meId ? 'self' : ''}`}>
            @{part.name}
          </bdi>
        ),
      )}
    </p>
  );
}
