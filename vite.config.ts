import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

/** The web apps: each is a folder of web/ with an index.html, is built into dist/ of the same name and served below `/<name>/`. */
export const webApps = ['computer', 'desk', 'display', 'kiosk'] as const;
export type WebApp = (typeof webApps)[number];

const home = import.meta.dirname;

/** The UI kit calls the hidden button that closes a menu "Hylkää", which is to reject; heard, it should say what it does. */
const closesInFinnish: Plugin = {
  name: 'closes-in-finnish',
  transform(code, id) {
    if (!/\/intl\/overlays\/fi-FI\.m?js/.test(id)) return null;
    if (!/Hylk(ä|\\u00e4|\\xe4)/i.test(code)) this.error('the UI kit has other Finnish words now: look at closesInFinnish');
    return { code: code.replace(/Hylk(?:ä|\\u00e4|\\xe4)+/gi, 'Sulje'), map: null };
  },
};

/** An app with a service worker tells it by what name its build is kept, and which files that is. */
const namesShell: Plugin = {
  name: 'names-shell',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle[WORKER];
    if (!worker) return;
    if (worker.type !== 'chunk' || !worker.code.includes('%SHELL%')) return this.error('the service worker has no place for its files');
    const files = Object.values(bundle).filter((file) => file !== worker);
    if (!files.some(({ fileName }) => fileName === 'index.html')) return this.error('the service worker does not know the page');
    const hash = createHash('sha256').update(worker.code);
    for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
    const names = files.map(({ fileName }) => fileName).filter((name) => name !== 'index.html');
    worker.code = worker.code.replace('%SHELL%', [hash.digest('hex').slice(0, 16), ...names.sort()].join('|'));
  },
};

/** At the root of its app, whose pages are all it may answer for. */
const WORKER = 'service-worker.js';

/** How one app is built. The server allows nothing inline and no other host, so every script, style and font is a file of ours. */
export function appConfig(app: string): InlineConfig {
  const root = join(home, 'web', app);
  const worker = join(root, 'service-worker.ts');
  return {
    configFile: false,
    root,
    base: `/${app}/`,
    publicDir: false,
    plugins: [react(), closesInFinnish, namesShell, optimizeLocales.vite({ locales: ['fi-FI', 'sv-SE', 'en-US'] })],
    build: {
      outDir: join(home, 'dist', app),
      emptyOutDir: true,
      rolldownOptions: {
        input: [join(root, 'index.html'), ...(existsSync(worker) ? [worker] : [])],
        output: { entryFileNames: ({ name }) => (name === 'service-worker' ? WORKER : 'assets/[name]-[hash].js') },
      },
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1_000,
    },
    server: { proxy: { '/api': process.env.POLKU_URL ?? 'http://localhost:3000' } },
  };
}

/** `POLKU_APP=desk npx vite build`, or without it the desk. */
export default appConfig(process.env.POLKU_APP ?? 'desk');
