import { useState } from 'react';
import { fileAt, previewAt } from '../../files/file-at';
import { useStill } from '../../parts/use-still';
import { useWords } from '../../words';
import { useAround } from '../context';
import type { Media } from './kinds';
import { Paper } from './paper';
import { shapeOf } from './shape';
import { useLabel } from './use-label';

interface Props {
  readonly id: string;
  readonly content: Media;
}

/** A picture, small; pressed, it is looked at in full. A sticker is small and stays so. */
export function Picture({ id, content }: Props) {
  const { files } = useWords();
  const { look } = useAround();
  const label = useLabel(id, content);
  const still = useStill();
  const [broken, breakIt] = useState(false);
  const { width, height } = shapeOf(content);
  if (broken) return <Paper content={content} />;
  const moves = (content.animated === true || content.mime === 'image/gif') && !still;
  const src = content.preview === true && !moves ? previewAt(content.mediaId) : fileAt(content.mediaId);
  const drawn = <img src={src} width={width} height={height} alt={label} loading="lazy" decoding="async" onError={() => breakIt(true)} />;
  if (content.type === 'sticker') return <span className="pic sticker">{drawn}</span>;
  return (
    <button
      type="button"
      className="pic"
      title={files.view}
      aria-haspopup="dialog"
      style={{ width, aspectRatio: `${width} / ${height}` }}
      onClick={() => look(id)}
    >
      {drawn}
    </button>
  );
}
