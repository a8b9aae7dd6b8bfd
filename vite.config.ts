import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

/** The web apps: each is a folder of web/ with an index.html, is built into dist/ of the same name and served below `/<name>/`. */
export const webApps = ['desk'] as const;
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

/** How one app is built. The server allows nothing inline and no other host, so every script, style and font is a file of ours. */
export function appConfig(app: string): InlineConfig {
  return {
    configFile: false,
    root: join(home, 'web', app),
    base: `/${app}/`,
    publicDir: false,
    plugins: [react(), closesInFinnish, optimizeLocales.vite({ locales: ['fi-FI', 'sv-SE', 'en-US'] })],
    build: {
      outDir: join(home, 'dist', app),
      emptyOutDir: true,
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
