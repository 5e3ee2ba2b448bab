import { fileAt } from '../files/file-at';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import { type Media, showsAs } from '../thread/media/kinds';
import { useWords } from '../words';
import type { useZoom } from './use-zoom';
import { STEP } from './zoom';

interface Props {
  readonly content: Media;
  readonly zoom: ReturnType<typeof useZoom>;
}

/** What can be done with what is looked at. */
export function Tools({ content, zoom: { zoom, by, whole } }: Props) {
  const { attaching, files } = useWords();
  const { viewer } = attaching;
  const src = fileAt(content.mediaId);
  const larger = `${Math.round(zoom.scale * 100)}\u00a0%`;
  return (
    <div className="viewertools">
      {showsAs(content) === 'picture' ? (
        <>
          <Tool icon="zoomOut" says={viewer.smaller} act={() => by(1 / STEP)} />
          <button type="button" className="btn quiet small" title={viewer.fit} aria-label={`${larger}, ${viewer.fit}`} onClick={whole}>
            {larger}
          </button>
          <Tool icon="zoomIn" says={viewer.larger} act={() => by(STEP)} />
        </>
      ) : null}
      <a className="btn quiet icon small" href={src} target="_blank" rel="noreferrer" aria-label={viewer.original} title={viewer.original}>
        <Icon name="open" flips />
      </a>
      <a className="btn quiet icon small" href={src} download={content.fileName ?? ''} aria-label={files.download} title={files.download}>
        <Icon name="download" />
      </a>
    </div>
  );
}

const Tool = ({ icon, says, act }: { readonly icon: IconName; readonly says: string; readonly act: () => void }) => (
  <button type="button" className="btn quiet icon small" aria-label={says} title={says} onClick={act}>
    <Icon name={icon} />
  </button>
);
