import { useWorkspace } from '../api/workspace';
import type { Workspace } from '../api/workspace-shape';

/** What the workspace tells everybody of a channel: what it can send, and for how long after the customer's last words. */
export type SendingChannel = Workspace['channels'][number];

/** undefined: it was disconnected. */
export const useSendingChannel = (id: string | undefined): SendingChannel | undefined =>
  useWorkspace().channels.find((channel) => channel.id === id);
