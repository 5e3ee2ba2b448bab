import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The desk beside `npm run dev:web`. */
const DESK = process.env.DESK_URL ?? 'http://127.0.0.1:3000';

/** Not what only other pages share, nor what lies over a page and is read when it is first opened. */
const APART = new RegExp(
  [
    '@mantine|floating-ui|react-remove-scroll|/web/parts/(field|select-box|admins-only|use-late)\\.',
    '/web/(settings|analytics|reports|board|contacts|first-run|trial|preferences|push|voice|viewer|words/(en|es|pt-br))/',
    '/web/composer/(canned|choices|colleagues|template|not-sent|use-asking)',
    '/web/files/(card|look|player|clock-of|said|engine|store|upload|fit)|/web/thread/media/',
    '/web/presence/(time-table|day-row|query)|/web/templates/',
    '/src/domain/(settings|hours|local-time|template|template-filling)\\.',
  ].join('|'),
);
const isShared = (id: string): boolean => !APART.test(id) && !id.endsWith('.css');

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2022',
    // An inlined picture would need data: in the policy of the page.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    // Libraries mark what runs in browsers; all of ours does.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      // What the inbox shares with other pages comes with the frame, in one file: two dozen small ones would wait for each other.
      output: { codeSplitting: { groups: [{ name: 'shared', test: isShared, minShareCount: 2 }] } },
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(['/api/v1', '/openapi.json', '/docs'].map((path) => [path, { target: DESK, changeOrigin: false }])),
      ...Object.fromEntries(['/webchat/', '/webchat.js'].map((path) => [path, { target: DESK, changeOrigin: false, ws: true }])),
      '/socket.io': { target: DESK, changeOrigin: false, ws: true },
    },
  },
});
