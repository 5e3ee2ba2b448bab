/** Begins as drafts do, so that another agent in the tab finds none of it. */
export const keyOf = (ticketId: string): string => `relaydesk-draft-files-${ticketId}`;
