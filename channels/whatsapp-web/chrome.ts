import { access, constants } from 'node:fs/promises';
import { NoBrowser } from './client';

/** Where systems put Chrome and its kin. */
// biome-ignore format: groups read better than one line each
const USUAL = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/opt/google/chrome/chrome', '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The browser that CHROME_PATH names, and no other, or the first in the usual places. */
export async function findChrome(chromePath: string | null): Promise<string> {
  for (const path of chromePath === null ? USUAL : [chromePath]) if (await runs(path)) return path;
  throw new NoBrowser(chromePath === null ? 'there is no Chrome in the usual places' : 'CHROME_PATH names no program');
}
