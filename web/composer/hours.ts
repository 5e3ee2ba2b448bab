import type { SendingChannel } from './channel';

/** For how many hours after the customer's words one may answer freely. */
export const hoursOf = (channel: SendingChannel | undefined): number => Math.round((channel?.window.freeText ?? 0) / 3_600_000);
