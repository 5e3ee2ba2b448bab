import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express, Request } from 'express';
import type { Desk } from '../../actions/desk';
import { visitorBy } from '../../actions/webchat/visitors';
import type { HttpConfig } from '../http-config';
import { problemOf } from '../problems';
import { type PageKind, pageIn, siteOf } from './doorway';
import type { Listener } from './listener';
import { placeOf } from './rates';

export const PROTOCOL = 'relaydesk.v1';

interface Doorway {
  readonly desk: Desk;
  readonly config: HttpConfig;
  readonly stopping: { readonly yes: boolean };
}

/** A socket that a page wants to open. */
export interface Arrival {
  readonly page: ReturnType<typeof pageIn>;
  readonly token: string;
  readonly request: Request;
  /** From where, as far as addresses tell places apart. */
  readonly place: string;
}

/** Who comes, and from where; a status with which they are sent away, or null for whom this door is not. */
export function arrivalOf(
  { desk, config, stopping }: Doorway,
  kinds: readonly PageKind[],
  raw: IncomingMessage,
  app: Express,
): Arrival | number | null {
  const path = (raw.url ?? '').split('?')[0] ?? '';
  const kind = kinds.find((one) => path.startsWith(`${one.page.path}/`));
  if (!kind) return null;
  const channelId = /^\/([\w-]{1,64})\/live$/.exec(path.slice(kind.page.path.length))?.[1];
  if (!channelId) return 404;
  if (stopping.yes) return 503;
  const request = Object.setPrototypeOf(raw, app.request) as Request;
  const [protocol, token] = (raw.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  try {
    const page = pageIn(desk.house.current(), kind, channelId);
    siteOf(request, page, config);
    if (protocol !== PROTOCOL || !token) return 400;
    return { page, token, request, place: placeOf(request.ip ?? '') };
  } catch (error) {
    return problemOf(error, '').status;
  }
}

/** Before there is a socket: the line is answered by hand, and closed. */
export function refuse(line: Duplex, status: number): void {
  line.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Whether session, channel and site are as they were let in, by the configuration as this process knows it. */
export async function mayStay({ desk, config }: Omit<Doorway, 'stopping'>, { page, token, request }: Listener): Promise<boolean> {
  try {
    siteOf(request, pageIn(desk.house.current(), page.kind, page.channel.id), config);
  } catch {
    return false;
  }
  return (await visitorBy(desk, page.channel.id, token)) !== null;
}
