import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Express, type Request, type RequestHandler } from 'express';

/** The first words of addresses that the web app answers; what it does not know under them, it says itself. */
const PLACES = [
  'setup',
  'invite',
  'login',
  'welcome',
  'inbox',
  'board',
  'contacts',
  'analytics',
  'reports',
  'settings',
  'preferences',
  'more',
];
const HOUR = 60 * 60;
const YEAR = 365 * 24 * HOUR;

/**
 * Serves the built web app from `folder`: its assets, whose names change with their content, for a year; its pages, each
 * with a word of its own that lets the theme's style tags pass, never kept.
 */
export function serveWebApp(app: Express, folder: string): void {
  const page = pageOf(folder);
  app.get(['/', ...PLACES.flatMap((place) => [`/${place}`, `/${place}/*rest`])], page);
  app.use('/assets', packed(folder), express.static(join(folder, 'assets'), { index: false, setHeaders: kept }));
  app.use(express.static(folder, { index: false, setHeaders: keptBriefly }));
}

function pageOf(folder: string): RequestHandler {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return (request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', policy(nonce, request));
    response.setHeader('Permissions-Policy', ALLOWED);
    response.type('html').send(html.replace('%NONCE%', nonce));
  };
}

/** Agents record voice messages; nothing else of a computer is ever asked for. */
const ALLOWED =
  'microphone=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), hid=(), bluetooth=(), midi=()';

/** Everything from here; sockets by name too, because not every browser counts them as `self`. */
function policy(nonce: string, { host }: Request): string {
  return [
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; media-src 'self' blob:`,
    `connect-src 'self' ws://${host} wss://${host}; manifest-src 'self'; worker-src 'self'; font-src 'self'`,
    `base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  ].join('; ');
}

const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** Sends the packed twin that the build laid beside a file, to who takes it. */
function packed(folder: string): RequestHandler {
  const files = new Set(readdirSync(join(folder, 'assets')).map((name) => `/${name}`));
  return (request, response, next) => {
    const taken = request.acceptsEncodings('br', 'gzip');
    const encoding = ENCODINGS.find(({ name, ending }) => name === taken && files.has(`${request.path}${ending}`));
    response.vary('Accept-Encoding');
    if (!encoding) return next();
    response.setHeader('Content-Encoding', encoding.name);
    response.type(extname(request.path));
    request.url = `${request.path}${encoding.ending}`;
    next();
  };
}

const kept: NonNullable<Parameters<typeof express.static>[1]>['setHeaders'] = (response) => {
  response.setHeader('Cache-Control', `public, max-age=${YEAR}, immutable`);
};

/** Browsers ask for the icon again whenever the title changes; a new service worker must be found at once. */
const keptBriefly: typeof kept = (response, path) => {
  response.setHeader('Cache-Control', path.endsWith('sw.js') ? 'no-cache' : `public, max-age=${HOUR}`);
};
