import type { Request, Response } from 'express';
import type { Desk } from '../../actions/desk';
import { channelIn } from '../../actions/rules';
import type { Page } from '../../actions/webchat/visitors';
import { Refusal } from '../../domain/errors';
import type { ChannelKind, PageDoor } from '../../ports/channel';
import type { House } from '../../ports/store';
import type { HttpConfig } from '../http-config';
import { ourOrigin } from '../origin';
import { DoorRefusal } from '../problems';

export type PageKind = ChannelKind & { readonly page: PageDoor };

export const pageKinds = ({ kinds }: Pick<Desk, 'kinds'>): PageKind[] =>
  [...kinds.values()].filter((kind): kind is PageKind => kind.page !== undefined);

/** The channel of this kind with this id, or `not_found`. */
export function pageIn(house: House, kind: PageKind, channelId: string): Page & { readonly kind: PageKind } {
  const channel = channelIn(house, channelId);
  if (!channel || channel.kind !== kind.kind || channel.deletedAt !== null) throw new Refusal('not_found', 'There is no such web chat.');
  return { channel, kind };
}

type Caller = Pick<Request, 'headers' | 'protocol' | 'host'>;

/** The site on which the page is; refuses every other than those that the channel names, and the desk's own. */
export function siteOf(
  request: Request,
  { channel, kind }: ReturnType<typeof pageIn>,
  config: Pick<HttpConfig, 'publicUrl'>,
): string | null {
  const { origin } = request.headers;
  if (origin === undefined) {
    // A page of our own: browsers leave it out there, and no other page can say so.
    if (request.headers['sec-fetch-site'] === 'same-origin') return null;
    throw new DoorRefusal('origin_missing', 'A page must say where it is: send the header Origin.');
  }
  const allowed = [...kind.page.origins(channel.config), originOf(ourOrigin(request, config))];
  if (!allowed.includes(origin)) throw new DoorRefusal('origin_foreign', 'The chat may not be shown on this site.');
  return origin;
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');

const SEEN = 'Retry-After, Content-Disposition, Content-Range, Accept-Ranges, ETag';
const LOOKS_AGAIN = '600';

/** Lets the site read the answer. Nothing is told to any other. */
export function openTo(response: Response, site: string): void {
  response.setHeader('Access-Control-Allow-Origin', site);
  response.setHeader('Access-Control-Expose-Headers', SEEN);
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** What a browser asks before it lets a page call us. */
export function preflight(request: Caller, response: Response): void {
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Range');
  response.setHeader('Access-Control-Max-Age', LOOKS_AGAIN);
  if (request.headers['access-control-request-private-network'] === 'true')
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
  response.status(204).end();
}
