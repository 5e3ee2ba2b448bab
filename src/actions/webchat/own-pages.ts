import type { OwnPages } from '../../ports/channel';
import type { Desk } from '../desk';

/** What the desk does for a channel whose network it is itself. */
export const ownPages = ({ store, files, bus }: Pick<Desk, 'store' | 'files' | 'bus'>, channelId: string): OwnPages => ({
  async uploaded(mediaId) {
    const media = await store.reads.media(mediaId);
    const body = media?.state === 'ready' && media.hash !== null ? await files.open(media.hash) : null;
    return media && body ? { mime: media.mime, bytes: media.bytes, body } : null;
  },
  typing: ({ id }) => (id === undefined ? undefined : bus.announce([{ name: 'customer.typed_to', id, channelId }])),
});
