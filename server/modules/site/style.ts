import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** What a browser may keep for good: its name changes with its content. `packed`: by Brotli, a sixth of it on a slow network. */
export type Asset = { name: string; type: string; bytes: Buffer; packed?: Buffer };

const web = new URL('../../../web/', import.meta.url);
const shared = ['tokens', 'base', 'path', 'path-resident'].map((name) => `shared/ui/${name}.css`);
const own = ['frame', 'rhythm', 'controls', 'choices', 'matter', 'widths', 'sheet', 'slip', 'finding', 'number', 'waits', 'booking'].map(
  (name) => `citizen/${name}.css`,
);

/** Latin, Finnish, Swedish, Sámi and Cyrillic letters of Source Sans 3 (SIL Open Font License). */
const alphabets = ['latin', 'latin-ext', 'cyrillic', 'vietnamese', 'greek'] as const;

/** Small scripts, each for the pages that ask for it; `citizen` is on all of them. */
const islands = {
  citizen: 'citizen/island.js',
  suggest: 'citizen/suggest.js',
  number: 'citizen/number.js',
  'number-push': 'citizen/number-push.js',
} as const;
export type Island = keyof typeof islands;

export type Style = { sheet: Asset; islands: Record<Island, Asset>; fonts: Asset[] };

/** Reads style, scripts and fonts, once at the start. */
export function readStyle(): Style {
  const fontFolder = new URL('./', import.meta.resolve('@fontsource-variable/source-sans-3/wght.css'));
  const faces = readFileSync(new URL('wght.css', fontFolder), 'utf8');
  const fonts = alphabets.map((alphabet) => {
    const file = `source-sans-3-${alphabet}-wght-normal.woff2`;
    return { file, asset: hashed(`source-sans-3-${alphabet}`, 'woff2', 'font/woff2', readFileSync(new URL(`files/${file}`, fontFolder))) };
  });
  const text = [facesOf(faces, fonts), ...[...shared, ...own].map((sheet) => readFileSync(new URL(sheet, web), 'utf8'))].join('\n');
  return {
    sheet: packed(hashed('citizen', 'css', 'text/css; charset=utf-8', Buffer.from(text))),
    islands: {
      citizen: islandOf('citizen'),
      suggest: islandOf('suggest'),
      number: islandOf('number'),
      'number-push': islandOf('number-push'),
    },
    fonts: fonts.map(({ asset }) => asset),
  };
}

const islandOf = (name: Island) => packed(hashed(name, 'js', 'text/javascript; charset=utf-8', readFileSync(new URL(islands[name], web))));

const packed = (asset: Asset): Asset => ({ ...asset, packed: brotliCompressSync(asset.bytes) });

function hashed(stem: string, ending: string, type: string, bytes: Buffer): Asset {
  return { name: `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`, type, bytes };
}

/** The package's own rules, with our addresses, for the alphabets we serve. */
function facesOf(css: string, fonts: { file: string; asset: Asset }[]): string {
  const rules = css.match(/@font-face\s*{[^}]*}/g) ?? [];
  return fonts
    .map(({ file, asset }) => rules.find((rule) => rule.includes(`/${file}`))?.replace(`./files/${file}`, `/site/${asset.name}`) ?? '')
    .join('\n');
}
