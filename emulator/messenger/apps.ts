/** A Page's own inbox, and the app that the desk is (CHANNELS §4). */
export const PAGE_INBOX = '263902037430900';
export const OURS = '400000000000001';
