import { browserNames } from '../../../web/preferences/security/browser-name';

const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

// biome-ignore format: a table is read in columns
const KNOWN: [string, string | null, string | null][] = [
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/140.0.0.0 Safari/537.36`,                        'Chrome',  'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,          'Edge',    'Windows'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${KIT} Version/18.0 Safari/605.1.15`,                    'Safari',  'macOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',                                 'Firefox', 'Linux'],
  [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${KIT} Chrome/140.0.0.0 Mobile Safari/537.36`,                  'Chrome',  'Android'],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${KIT} CriOS/140.0 Mobile/15E148 Safari/604.1`,   'Chrome',  'iPhone'],
  ['curl/8.5.0',                                                                                             null,      null],
];

it.each(KNOWN)('%s is known for what it is', (told, browser, system) => {
  expect(browserNames(told)).toEqual({ browser, system });
});

it('what told nothing has no name', () => {
  expect(browserNames(null)).toEqual({ browser: null, system: null });
});
