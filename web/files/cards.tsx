import type { Writing } from '../composer/use-writing';
import { useWords } from '../words';
import type { Attachment } from './attachment';
import { Card } from './card';
import './cards.css';

interface Props {
  readonly writing: Writing;
  readonly files: readonly Attachment[];
}

/** What goes out with the reply, in the order in which it goes. */
export function Cards({ writing, files }: Props) {
  const { attaching } = useWords();
  return (
    <ul className="cards" aria-label={attaching.attached}>
      {files.map((file, at) => (
        <Card key={file.id} writing={writing} file={file} isFirst={at === 0} isLast={at === files.length - 1} />
      ))}
    </ul>
  );
}
