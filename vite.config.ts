import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/**
 * What the built page may load. It is also the proof of "offline": any request to another host is refused by the
 * browser. `blob:` in `worker-src` is for spreadsheet writers that compress in a worker of their own making.
 */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the development server needs inline scripts and a socket of its own. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  // The built folder may be put anywhere on a web server.
  base: './',
  plugins: [react(), contentPolicy],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // A small file inlined as `data:` could not be fetched under the policy above.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map library is one megabyte and loads after the first paint.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // First, or the helper lands in a vendor group and the page loads the whole map library before it paints.
            { name: 'preload', test: /preload-helper/, priority: 100 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]/, priority: 20 },
            { name: 'deck', test: /node_modules[\\/]@(deck|luma|loaders|math|probe)\.gl[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  preview: { host: '127.0.0.1', port: 4173, headers: { 'X-Content-Type-Options': 'nosniff' } },
});
