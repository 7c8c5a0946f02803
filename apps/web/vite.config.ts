import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfAssets } from './vite-pdf-assets.ts';
import { precompress } from './vite-precompress.ts';
import { serviceWorker } from './vite-service-worker.ts';

/** Where the development server finds the vault. */
const target = process.env.DOCUVAULT_URL ?? 'http://127.0.0.1:54321';

/**
 * What several screens need, in few files: forty of a kilobyte each cost a slow network more than their bytes do. Only what at least
 * three of the chunks share; the rest stays with the screen that needs it.
 */
const shared = [
  { name: 'icons', test: /[\\/]lucide-react[\\/]/, minShareCount: 3 },
  { name: 'common', test: /[\\/]apps[\\/]web[\\/]src[\\/](ui|data|app)[\\/]/, minShareCount: 3 },
];

export default defineConfig(({ command }) => {
  // A test runner sets NODE_ENV for itself; what is built is always what is shipped.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react(), tailwindcss(), pdfAssets(), serviceWorker(), precompress()],
    worker: { format: 'es' },
    build: {
      outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500,
      rolldownOptions: { output: { codeSplitting: { groups: shared } } },
    },
    server: { proxy: Object.fromEntries(['/auth', '/storage', '/functions', '/config.json'].map((path) => [path, target])) },
  };
});
