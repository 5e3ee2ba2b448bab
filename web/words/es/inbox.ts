import type { InboxWords } from '../en/inbox';

export const inbox: InboxWords = {};
