import { join } from 'node:path';
import { defineConfig } from 'vite';

/** One classic script that any page can load, laid beside the web app. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: join(import.meta.dirname, '..', '..', '..', 'dist', 'web'),
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'relaydeskWebchat', fileName: () => 'webchat.js' },
  },
});
