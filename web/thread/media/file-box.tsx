import { lazy, Suspense } from 'react';
import { Said } from '../words';
import type { Media } from './kinds';
import { Room } from './room';

const MediaBox = lazy(async () => ({ default: (await import('./media-box')).MediaBox }));

interface Props {
  readonly id: string;
  readonly content: Media;
}

/** A file of a message with the words below it; what draws files is read with the first. */
export const FileBox = ({ id, content }: Props) => (
  <>
    <Suspense fallback={<Room content={content} />}>
      <MediaBox id={id} content={content} />
    </Suspense>
    <Said text={content.caption ?? ''} />
  </>
);
