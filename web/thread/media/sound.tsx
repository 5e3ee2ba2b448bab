import { fileAt } from '../../files/file-at';
import { Player } from '../../files/player';
import { useWords } from '../../words';
import type { Media } from './kinds';
import { Paper } from './paper';
import { useLabel } from './use-label';

interface Props {
  readonly id: string;
  readonly content: Media;
}

export function Sound({ id, content }: Props) {
  const label = useLabel(id, content);
  const { files } = useWords();
  return (
    <span className="sound">
      {content.type === 'audio' && content.fileName ? (
        <a className="sm" href={fileAt(content.mediaId)} download={content.fileName} title={files.download}>
          <bdi>{content.fileName}</bdi>
        </a>
      ) : null}
      <Player src={fileAt(content.mediaId)} label={label} otherwise={<Paper content={content} />} />
    </span>
  );
}
