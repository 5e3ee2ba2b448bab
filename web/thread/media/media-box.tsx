import './media.css';
import { useWords } from '../../words';
import { Film } from './film';
import { type Media, showsAs } from './kinds';
import { Missing } from './missing';
import { Paper } from './paper';
import { Picture } from './picture';
import { Room } from './room';
import { Sound } from './sound';
import { useLabel } from './use-label';

interface Props {
  readonly id: string;
  readonly content: Media;
}

/** A file of a message, whatever it is and whether it is here. */
export function MediaBox({ id, content }: Props) {
  if (content.state === 'waiting') return <Coming id={id} content={content} />;
  if (content.state !== 'ready') return <Missing content={content} />;
  switch (showsAs(content)) {
    case 'picture':
    case 'sticker':
      return <Picture id={id} content={content} />;
    case 'film':
      return <Film id={id} content={content} />;
    case 'sound':
      return <Sound id={id} content={content} />;
    default:
      return <Paper content={content} />;
  }
}

function Coming({ id, content }: Props) {
  const { files } = useWords();
  const label = useLabel(id, content);
  return (
    <Room content={content}>
      <span>
        <span className="unseen">{label}: </span>
        {files.coming}
      </span>
    </Room>
  );
}
