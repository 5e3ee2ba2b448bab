import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { text } from './pages/page';
import { DoorRefusal } from './problems';

const SCRIPT = 'webchat.js';
const HOUR = 60 * 60;

/** Serves the web chat's script to pages anywhere, from the folder of the web app, and a page of our own to try a channel's chat on. */
export function serveWebchatScript(app: Express, folder: string): void {
  if (!existsSync(join(folder, SCRIPT))) return;
  app.get(`/${SCRIPT}`, scriptOf(folder));
  app.get('/webchat/:channelId/preview', previewPage);
}

/** Its name stays as it is on the sites, so browsers ask every hour whether it is still the same. */
function scriptOf(folder: string): RequestHandler {
  const packed = new Map<string, string>(
    ENCODINGS.flatMap(({ name, ending }) => (existsSync(join(folder, SCRIPT + ending)) ? [[name, SCRIPT + ending] as const] : [])),
  );
  const files = express.static(folder, { index: false, cacheControl: false });
  return (request, response, next) => {
    response.setHeader('Cache-Control', `public, max-age=${HOUR}, stale-while-revalidate=${24 * HOUR}`);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.vary('Accept-Encoding');
    const encoding = request.acceptsEncodings('br', 'gzip') || '';
    const file = packed.get(encoding);
    if (file) response.setHeader('Content-Encoding', encoding);
    response.type('js');
    request.url = `/${file ?? SCRIPT}`;
    files(request, response, next);
  };
}

const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** A page as strict as a site can be: what works here works there. */
const previewPage: RequestHandler<{ channelId: string }> = (request, response) => {
  const { channelId } = request.params;
  if (!/^[\w-]{1,64}$/.test(channelId)) throw new DoorRefusal('not_found', 'There is no such channel.');
  const nonce = randomBytes(16).toString('base64');
  const { host = '' } = request.headers;
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'self'; connect-src 'self' ws://${host} wss://${host}; img-src blob:; media-src blob:; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
  );
  response.type('html').send(pageFor(channelId, nonce));
};

const pageFor = (channelId: string, nonce: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex"><title>Web chat</title>
<style nonce="${nonce}">:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
<script src="/${SCRIPT}" data-channel="${text(channelId)}" async></script></head>
<body><main><h1>Web chat</h1><p>The chat of this channel, as visitors of a site see it.</p></main></body></html>
`;
