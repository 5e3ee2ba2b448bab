import { useState } from 'react';
import { Icon } from '../parts/icon';
import type { IconName } from '../parts/icons';
import type { Attachment } from './attachment';
import { fileAt } from './file-at';
import { Player } from './player';

interface Props {
  readonly file: Attachment;
  readonly name: string;
}

/** What an attached file looks like, or how it sounds. */
export function Look({ file, name }: Props) {
  const [broken, breakIt] = useState(false);
  const { mime, url, mediaId, state } = file;
  const family = mime.split('/')[0];
  const src = url ?? (mediaId === null ? null : fileAt(mediaId));
  if (state !== 'refused' && src !== null && !broken) {
    if (family === 'audio') return <Player src={src} label={name} seconds={file.seconds} otherwise={<Drawn family={family} />} />;
    if (family === 'image') return <img className="look" src={src} alt="" onError={() => breakIt(true)} />;
    if (family === 'video')
      return (
        <span aria-hidden="true">
          <video className="look" src={`${src}#t=0.1`} muted playsInline preload="metadata" onError={() => breakIt(true)} />
        </span>
      );
  }
  return <Drawn family={family ?? ''} />;
}

const Drawn = ({ family }: { readonly family: string }) => (
  <span className="look drawn">
    <Icon name={ICONS[family] ?? 'file'} />
  </span>
);

const ICONS: Readonly<Record<string, IconName>> = { image: 'picture', video: 'video', audio: 'voice' };
