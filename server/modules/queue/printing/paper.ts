import receiptline from 'receiptline';
import type { PrinterSettings } from '../devices/schema.ts';
import type { Roll } from './ticket.ts';

/** How a printer writes: its paper, its letters and its commands. */
export type Paper = Roll & Required<Pick<PrinterSettings, 'encoding' | 'command'>>;

/** Letters of the usual 12 dots on the printable 72 and 48 mm of a paper (203 dots an inch). */
const USUAL_CPL = { 58: 32, 80: 48 } as const;
/** A QR code of an address takes 37 squares or a few more: about 30 mm, and 23 mm on the narrow paper. */
const CELLS = { 58: 5, 80: 7 } as const;

export function paperOf(printer: Pick<PrinterSettings, 'width' | 'cpl' | 'encoding' | 'command'>): Paper {
  const { width = 80, encoding = 'cp858', command = 'escpos' } = printer;
  return { cpl: printer.cpl ?? USUAL_CPL[width], cell: CELLS[width], encoding, command };
}

/** What the printer is sent: ESC/POS, a cut at the end. */
export function bytesOf(markdown: string, { cpl, encoding, command }: Paper): Buffer {
  return Buffer.from(receiptline.transform(markdown, { cpl, encoding, command, spacing: true }), 'binary');
}

/** The same ticket as a picture (SVG), for screens and for the printers of browsers. */
export function pictureOf(markdown: string, { cpl, encoding }: Paper): string {
  const svg = receiptline.transform(markdown, { cpl, encoding, spacing: true });
  // It names a font of another house: nothing on the ticket is fetched from elsewhere.
  return svg
    .replace(/<style.*?<\/style>/s, '')
    .replace(/font-family="[^"]*"/, 'font-family="monospace"')
    .replace(/<svg width="(\d+)px" height="(\d+)px"[^>]*>/, (_, width, height) => sheet(Number(width), Number(height)));
}

/** White paper around it, in the picture's units: twelve of them are a letter. */
const EDGE = 24;

function sheet(width: number, height: number): string {
  const [wide, high] = [width + 2 * EDGE, height + 2 * EDGE];
  const box = `${-EDGE} ${-EDGE} ${wide} ${high}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${box}"><rect x="${-EDGE}" y="${-EDGE}" width="${wide}" height="${high}" fill="#fff"/>`;
}
