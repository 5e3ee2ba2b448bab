import { fileAt } from '../../files/file-at';
import { typeSaid } from '../../files/said';
import { Icon } from '../../parts/icon';
import { useLanguage, useWords } from '../../words';
import { useAround } from '../context';
import { fileSize } from '../values';
import { MEDIA_ICONS, type Media } from './kinds';

/** A file to be downloaded: its name, what it is and how large. */
export function Paper({ content }: { readonly content: Media }) {
  const { files, thread } = useWords();
  const { language } = useLanguage();
  const { network } = useAround();
  const { type, mediaId, fileName, mime, bytes, problem } = content;
  const name = fileName ?? thread.contents[type];
  return (
    <a className="docfile paper" href={fileAt(mediaId)} download={fileName ?? ''}>
      <span className="thumb">
        <Icon name={MEDIA_ICONS[type]} />
      </span>
      <span className="thing">
        <bdi>{name}</bdi>
        <span className="sm mute">{[typeSaid(mime), fileSize(bytes, language)].filter(Boolean).join(', ')}</span>
        {problem === undefined ? null : <span className="sm mute">{files.why[problem]?.(network)}</span>}
      </span>
      <span className="load" title={files.download}>
        <Icon name="download" />
        <span className="unseen">{files.download}</span>
      </span>
    </a>
  );
}
