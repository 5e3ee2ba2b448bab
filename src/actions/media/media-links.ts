import { timingSafeEqual } from 'node:crypto';
import type { Desk } from '../desk';

type Linking = Pick<Desk, 'publicUrl' | 'vault' | 'clock'>;

const HOUR = 60 * 60_000;
/** A network fetches at once; one that tries again does so within the day's quarter. */
const LASTS = 6 * HOUR;

/** Under which path links to single files stand. Whoever has one can read that file until it ends: none of it is logged. */
export const MEDIA_LINKS = '/media-links';

/** Where a network can fetch a file for some hours without signing in; null where the desk can't be reached over https. */
export function mediaLinkTo(desk: Linking, mediaId: string): string | null {
  if (!desk.publicUrl?.startsWith('https://')) return null;
  const until = desk.clock.now() + LASTS;
  return `${desk.publicUrl}${MEDIA_LINKS}/${[mediaId, until.toString(36), sealOf(desk, mediaId, until)].join('.')}`;
}

/** Which file a link names; null when it is made up or has ended. */
export function mediaOfLink(desk: Linking, token: string): string | null {
  const [mediaId = '', end = '', seal = ''] = token.split('.');
  const until = Number.parseInt(end, 36);
  if (!(until > desk.clock.now())) return null;
  return isSame(seal, sealOf(desk, mediaId, until)) ? mediaId : null;
}

const sealOf = ({ vault }: Linking, mediaId: string, until: number): string => vault.mark(`media link ${mediaId} ${until}`);

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
