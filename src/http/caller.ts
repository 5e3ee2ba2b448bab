import type { Request } from 'express';
import type { Origin } from '../actions/agents/sessions';
import { clean } from '../domain/text';
import { senderOf } from './sender';

const LONGEST = 256;

/** Where a call comes from: what the browser calls itself, and its address as far as proxies may be believed. */
export function callerOf(request: Request): Origin {
  const browser = clean(request.headers['user-agent'] ?? '').slice(0, LONGEST);
  return { browser: browser || null, address: senderOf(request, request.app.get('trust proxy fn')) };
}
