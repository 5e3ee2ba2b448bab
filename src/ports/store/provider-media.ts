import type { MediaType } from '../../domain/content';
import type { ProviderMedia } from './delivery';

export interface ProviderMediaReads {
  /** What a network calls these bytes, as what they are sent; null when it has not had them. */
  providerMedia(which: Pick<ProviderMedia, 'channelId' | 'hash'> & { readonly type: MediaType }): Promise<ProviderMedia | null>;
}

export interface ProviderMediaTx {
  /** In place of what was known of them. */
  saveProviderMedia(media: ProviderMedia): Promise<void>;
}
