import { isIP } from 'node:net';
import type { Request } from 'express';
import type { HttpConfig } from './http-config';
import { DoorRefusal } from './problems';

/** Where this request thinks we are: PUBLIC_URL, or the scheme and host that it used. */
export function ourOrigin(request: Request, { publicUrl }: Pick<HttpConfig, 'publicUrl'>): string {
  return publicUrl ?? `${request.protocol}://${request.host}`;
}

/** How the desk is reached, by nothing that a caller may say: PUBLIC_URL, or the address on which they came in. */
export function ownAddress({ socket }: Request, { publicUrl }: Pick<HttpConfig, 'publicUrl'>): string {
  const address = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  return publicUrl ?? `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`;
}

export function isHttps(request: Request, config: Pick<HttpConfig, 'publicUrl'>): boolean {
  return ourOrigin(request, config).startsWith('https:');
}

/**
 * A write that a browser's cookie lets through, a log-in and a set-up must come from our own pages. Without PUBLIC_URL
 * the host must be one that no stranger's DNS can point at us: an address, localhost, or HOST.
 *
 * @see CONTRACT "Auth"
 */
export function mustBeOurs(request: Request, config: Pick<HttpConfig, 'publicUrl' | 'host'>): void {
  if (!config.publicUrl && !isOurName(request.hostname, config.host)) {
    throw new DoorRefusal('misdirected', 'Set PUBLIC_URL to use the desk under this host name.');
  }
  const { origin } = request.headers;
  if (origin === undefined) mustBeSameSite(request);
  else if (origin !== originOf(ourOrigin(request, config))) {
    throw new DoorRefusal('origin_foreign', 'This may be done from the desk\u2019s own address only.');
  }
}

/** Browsers that leave Origin out say where the request came from in Sec-Fetch-Site, which no page can forge. */
function mustBeSameSite(request: Request): void {
  if (request.headers['sec-fetch-site'] === 'same-origin') return;
  throw new DoorRefusal('origin_missing', 'Send the header Origin with the desk\u2019s own address.');
}

function isOurName(hostname: string | undefined, ours: string): boolean {
  const name = (hostname ?? '').replace(/^\[|\]$/g, '').toLowerCase();
  return isIP(name) !== 0 || name === 'localhost' || name === ours.toLowerCase();
}

/** As browsers write it: lower case, without the scheme's own port. */
function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
