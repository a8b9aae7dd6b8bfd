import sharp, { type Sharp } from 'sharp';
import { Invalid } from '../../../../platform/errors.ts';

/** A3 at 600 dots an inch is 70 million; a page that unpacks to more is no scan. Pixels of all pages together. */
export const MOST_PIXELS = 80_000_000;
/** Pages of one TIFF. */
const MOST_PAGES = 50;
const TOO_SLOW_SECONDS = 30;

type Kind = 'jpeg' | 'png' | 'webp' | 'tiff';
const kinds: Record<string, Kind> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp', 'image/tiff': 'tiff' };

// Only the four readers we ask for exist: a file that another reader would understand (SVG, PDF, raw) never reaches it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadTiff'] });
// One thread for a picture, nothing of it kept: these are other people's papers.
sharp.concurrency(1);
sharp.cache(false);

export const isPicture = (type: string): boolean => type in kinds;

/**
 * Draws a picture anew from its pixels, upright as its camera meant it. Nothing else of the file is taken over: no EXIF, GPS, XMP, IPTC,
 * comment or thumbnail, and nothing appended to it.
 * @throws Invalid `image-too-large` by pixels, `image-unreadable` when it is broken, moves, or is not what its first bytes say
 */
export function redraw(path: string, type: string): Promise<Buffer> {
  const drawn = before.then(() => drawAnew(path, type));
  before = drawn.catch(() => undefined);
  return drawn;
}

/** Unpacked, one picture may take 240 MB: they wait for each other. */
let before: Promise<unknown> = Promise.resolve();

async function drawAnew(path: string, type: string): Promise<Buffer> {
  const kind = kinds[type] as Kind;
  const { pages, oriented } = await measure(path, kind);
  const drawing = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages });
  const upright = oriented ? drawing.autoOrient() : drawing;
  return encoded(upright.timeout({ seconds: TOO_SLOW_SECONDS }), kind)
    .toBuffer()
    .catch(unreadable);
}

/** From the header alone, before anything is unpacked. */
async function measure(path: string, kind: Kind): Promise<{ pages: number; oriented: boolean }> {
  const facts = await sharp(path, { limitInputPixels: false }).metadata().catch(unreadable);
  const { format, width, height, pages = 1, orientation = 1 } = facts;
  if (format !== kind || pages > (kind === 'tiff' ? MOST_PAGES : 1)) return unreadable();
  if (width * height * pages > MOST_PIXELS) throw new Invalid('image-too-large', { megapixels: MOST_PIXELS / 1_000_000 });
  // Several pages cannot be turned together; scanners turn none.
  if (pages > 1 && orientation > 1) return unreadable();
  return { pages, oriented: orientation > 1 };
}

function encoded(drawing: Sharp, kind: Kind): Sharp {
  switch (kind) {
    case 'jpeg':
      return drawing.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'png':
      return drawing.png({ compressionLevel: 8 });
    case 'webp':
      return drawing.webp({ quality: 92 });
    case 'tiff':
      return drawing.tiff({ compression: 'deflate', predictor: 'horizontal' });
  }
}

function unreadable(): never {
  throw new Invalid('image-unreadable', { fields: ['file'] });
}
