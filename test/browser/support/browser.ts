import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser hears a beep every second and asks nobody for leave. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** The machine's own Chromium. */
export async function openBrowser({ microphone = false }: { readonly microphone?: boolean } = {}): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== '' && existsSync(place));
  if (!executablePath) throw new Error('no Chromium on this machine: install it, or name it in CHROME_PATH');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...(microphone ? MICROPHONE : [])] });
}

export const SIZES = {
  phone: { width: 375, height: 812 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
} as const;
export type Size = keyof typeof SIZES;

interface Wanted {
  readonly size?: Size;
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
}

/** A person's own browser: their cookies, their screen. What its pages complain about is gathered in `complaints`. */
export async function aWindow(browser: Browser, url: string, { size = 'desktop', theme = 'light', locale = 'en-GB' }: Wanted = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: SIZES[size],
    colorScheme: theme,
    locale,
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** Chromium itself prints every answer of 400 and more; those are the test's own business. */
const isAnswer = (text: string): boolean => text.startsWith('Failed to load resource');

/** Logs somebody in without the form. */
export async function logIn(
  context: BrowserContext,
  url: string,
  { email, password }: { readonly email: string; readonly password: string },
) {
  const answer = await context.request.post(`${url}/api/v1/session`, { data: { email, password }, headers: { Origin: url } });
  if (!answer.ok()) throw new Error(`${email} could not log in: ${answer.status()}`);
}

/** One call of the API as whoever is logged in there. */
export async function call(page: Page, method: string, path: string, data?: unknown) {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { Origin: origin },
    ...(data === undefined ? {} : { data }),
  });
  const body = answer.status() === 204 ? null : await answer.json();
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${JSON.stringify(body)}`);
  return body;
}
