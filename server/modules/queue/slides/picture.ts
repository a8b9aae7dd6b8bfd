import sharp from 'sharp';
import { Invalid } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import type { FileLimits } from '../../../platform/files/kinds.ts';
import { FileTypeRefused } from '../../../platform/files/refusals.ts';
import { sniffType } from '../../../platform/files/sniff.ts';
import { type ReceivedFile, receiveFile } from '../../../platform/files/store.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import { isPicture, redraw } from '../../matters/service.ts';

export const PICTURE_TYPE = 'image/webp';
/** Bytes of what is sent; a photo of a phone fits. */
export const PICTURE_BYTES = 12 * 1024 * 1024;
const PICTURES: FileLimits = { maxBytes: PICTURE_BYTES, types: new Set([PICTURE_TYPE]), others: 'refuse' };
/** A slide is at most as wide and half as high as a 4K screen. */
const WIDEST = { width: 2160, height: 1440 };

/**
 * Draws a picture anew from its pixels, no larger than a display shows it: nothing else of the file is kept.
 * @throws FileTypeRefused for what is no JPEG, PNG or WebP by its bytes; Invalid `file-missing`, `image-too-large`, `image-unreadable`
 */
export async function takePicture(files: FileDriver, { path, size, statedType }: Upload): Promise<ReceivedFile> {
  if (size === 0) throw new Invalid('file-missing', { fields: ['file'] });
  const type = await sniffType(path, { name: '', declaredType: statedType });
  if (!isPicture(type) || type === 'image/tiff') throw new FileTypeRefused();
  const drawn = await sharp(await redraw(path, type))
    .resize({ ...WIDEST, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 86 })
    .toBuffer();
  return receiveFile(files, drawn, { name: '', declaredType: PICTURE_TYPE }, PICTURES);
}
