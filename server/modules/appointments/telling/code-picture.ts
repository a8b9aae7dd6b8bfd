import QRCode from 'qrcode';
import type { Locale } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { LetterPicture } from '../../matters/own/contact/types.ts';
import { codeWords } from '../booking/code-words.ts';

/** Grey and hardly pressed: a millisecond and a kilobyte of each letter, half of what the usual picture takes. */
const PICTURE = { margin: 4, scale: 4, errorCorrectionLevel: 'M', rendererOpts: { colorType: 0, filterType: 0, deflateLevel: 1 } } as const;

/** The code of one's arrival for the reader of a kiosk or a reception; undefined where the letter's text tells none. */
export async function codePicture(code: string | null | undefined, text: string, language: Locale): Promise<LetterPicture | undefined> {
  if (!code || !text.includes(codeWords(code))) return undefined;
  const words = translator(language, 'booking')('own.qr', { code: codeWords(code) });
  return { name: 'qr.png', png: await QRCode.toBuffer(code, PICTURE), words };
}
