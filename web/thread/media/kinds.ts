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

/** What the viewer goes through. */
export const isLookedAt = (content: Message['content']): content is Media =>
  'mediaId' in content && content.state === 'ready' && ['picture', 'film'].includes(showsAs(content));
