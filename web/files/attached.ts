import { useSyncExternalStore } from 'react';
import { freshKey } from '../api/fresh-key';
import type { Attachment } from './attachment';
import { attachmentStore, type Notice } from './store';
import { upload } from './upload';

const SHOWN = /^(?:image|video|audio)\//;

/** What is attached to the replies that are being written in this tab. */
export const attached = attachmentStore({
  storage: () => sessionStorage,
  upload,
  newId: freshKey,
  urlOf: (file) => (SHOWN.test(file.type) ? URL.createObjectURL(file) : null),
  forgetUrl: (url) => URL.revokeObjectURL(url),
});

const joining = (ticketId: string) => (wake: () => void) => attached.watch(ticketId, wake);

export function useAttached(ticketId: string): readonly Attachment[] {
  return useSyncExternalStore(joining(ticketId), () => attached.now(ticketId));
}

/** Why the last thing was not attached. */
export function useNotice(ticketId: string): Notice | null {
  return useSyncExternalStore(joining(ticketId), () => attached.notice(ticketId));
}
