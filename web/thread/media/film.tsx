import { useState } from 'react';
import { fileAt, previewAt } from '../../files/file-at';
import type { Media } from './kinds';
import { Paper } from './paper';
import { shapeOf } from './shape';
import { useLabel } from './use-label';

interface Props {
  readonly id: string;
  readonly content: Media;
}

/** A video that plays where it stands. */
export function Film({ id, content }: Props) {
  const label = useLabel(id, content);
  const [broken, breakIt] = useState(false);
  const { width, height } = shapeOf(content);
  if (broken) return <Paper content={content} />;
  return (
    // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
    <video
      className="pic film"
      src={fileAt(content.mediaId)}
      poster={content.preview === true ? previewAt(content.mediaId) : undefined}
      controls
      playsInline
      preload="metadata"
      aria-label={label}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      onError={() => breakIt(true)}
    />
  );
}
