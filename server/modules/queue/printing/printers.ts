import type { PrinterSettings } from '../devices/schema.ts';
import { sendToNetwork } from './network.ts';
import { bytesOf, paperOf, pictureOf } from './paper.ts';
import type { PrinterReach } from './reach.ts';
import type { PaperDone } from './schema.ts';

/** Whatever stands where the ticket goes. */
export type Printer = (markdown: string) => Promise<PaperDone>;

export function printerOf(settings: PrinterSettings | null, reach: PrinterReach): Printer {
  if (!settings) return async () => done('none');
  const paper = paperOf(settings);
  switch (settings.kind) {
    case 'network':
      return async (markdown) => done(await sendToNetwork(reach, settings, bytesOf(markdown, paper)));
    case 'serial':
      // The kiosk's own: its browser writes them (Web Serial).
      return async (markdown) => ({ ...done('bytes'), bytes: bytesOf(markdown, paper).toString('base64') });
    case 'preview':
      return async (markdown) => ({ ...done('picture'), picture: pictureOf(markdown, paper) });
  }
}

export const done = (outcome: PaperDone['outcome']): PaperDone => ({ outcome, bytes: null, picture: null });
