import type { ReactNode } from 'react';
import type { Media } from './kinds';
import { shapeOf } from './shape';

interface Props {
  readonly content: Media;
  readonly children?: ReactNode;
}

/** The room of a file that is not there yet, as large as it will be; nothing turns in it. */
export function Room({ content, children }: Props) {
  const { width, height } = shapeOf(content);
  const large = content.type === 'image' || content.type === 'video';
  return (
    <span className="coming mute" style={large ? { width, aspectRatio: `${width} / ${height}` } : undefined}>
      {children}
    </span>
  );
}
