import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Call } from './answer';

// biome-ignore format: a table is read in columns
const FILES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['/',          ['phone.html', 'text/html; charset=utf-8']],
  ['/phone.css', ['phone.css',  'text/css; charset=utf-8']],
  ['/phone.js',  ['phone.js',   'text/javascript; charset=utf-8']],
]);

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** The phone; what it shows it gets from the control API. */
export function page({ method, url }: Call): Answer | null {
  const [file, type] = (method === 'GET' && FILES.get(url.pathname)) || [];
  if (!file || !type) return null;
  return {
    status: 200,
    headers: { 'content-type': type, 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
    body: readFileSync(join(__dirname, 'page', file)),
  };
}
