import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { HttpConfig } from './http-config';

/** Who may read /metrics and the details of /readyz: this machine, or who holds METRICS_TOKEN. */
export function isInsider(request: Request, config: Pick<HttpConfig, 'metricsToken' | 'trustProxy'>): boolean {
  return holdsToken(request, config.metricsToken) || isThisMachine(request, config);
}

function holdsToken(request: Request, token: string | null): boolean {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** A proxy on this machine that nobody told us to trust makes every caller look local: then nobody is. */
function isThisMachine(request: Request, { trustProxy }: Pick<HttpConfig, 'trustProxy'>): boolean {
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return LOOPBACK.test(request.ip ?? '') && (trustProxy !== null || !forwarded);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
