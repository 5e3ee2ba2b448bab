import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The desk beside `npm run dev:web`. */
const DESK = process.env.DESK_URL ?? 'http://127.0.0.1:3000';

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
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    proxy: {
      ...Object.fromEntries(['/api/v1', '/openapi.json', '/docs'].map((path) => [path, { target: DESK, changeOrigin: false }])),
      '/socket.io': { target: DESK, changeOrigin: false, ws: true },
    },
  },
});
