import type { MediaType } from '../../../src/domain/content';
import { isShown } from '../../../src/domain/files';
import type { Message } from '../../api/types';
import type { IconName } from '../../parts/icons';

export type Media = Extract<Message['content'], { mediaId: string }>;

// biome-ignore format: a table is read in columns
export const MEDIA_ICONS: Record<MediaType, IconName> = {
  image: 'picture', video: 'video', audio: 'voice', voice: 'voice', document: 'file', sticker: 'emoji',
};

/** How a file that is here is shown. A document that is a picture stays a document: so it was sent. */
export function showsAs({ type, mime }: Pick<Media, 'type' | 'mime'>): 'picture' | 'sticker' | 'film' | 'sound' | 'paper' {
  if (!isShown(mime)) return 'paper';
  return SHOWN[type];
}

// biome-ignore format: a table is read in columns
const SHOWN = { image: 'picture', sticker: 'sticker', video: 'film', audio: 'sound', voice: 'sound', document: 'paper' } as const;

/** The picture or film of a message, or of what it shares, as far as the viewer shows it. */
export function lookedAt(content: Message['content']): Media | null {
  const media = 'mediaId' in content ? content : 'media' in content ? content.media : null;
  return media?.state === 'ready' && LOOKED_AT.has(showsAs(media)) ? media : null;
}

const LOOKED_AT: ReadonlySet<string> = new Set(['picture', 'film']);
