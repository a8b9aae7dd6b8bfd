import type { KioskPrinter, PaperDone } from '../../../server/modules/queue/printing/schema.ts';
import { call } from '../line.ts';
import type { Given, Language } from '../types.ts';
import { filledBlank } from './blank.ts';
import { bytesIn, writeToSerial } from './serial.ts';

/** What the visitor is told. `unsure`: the answer was lost, and a paper may have come. */
export type Came = { told: 'none' | 'printed' | 'preview' | 'failed' | 'unsure'; picture: string | null };

const KEPT_AS = 'polku-kiosk-printer';
const AGAIN_MS = 60_000;
const kept = (): KioskPrinter | null => JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null') as KioskPrinter | null;

/** Its printer is kept, with the tickets a serial one prints without network; settings that are changed reach it within a minute. */
export function watchPrinter(): void {
  void readPrinter();
  setInterval(() => void readPrinter(), AGAIN_MS);
}

export async function readPrinter(): Promise<KioskPrinter | null> {
  const { body } = await call<KioskPrinter>('GET', '/api/device/printer');
  if (body) localStorage.setItem(KEPT_AS, JSON.stringify(body));
  return kept();
}

const begun = new WeakMap<Given, Promise<Came>>();

/** Prints the number, once however often its screen is drawn. `time`: as the visitor reads it. */
export function printed(given: Given, language: Language, time: string): Promise<Came> {
  const before = begun.get(given);
  if (before) return before;
  const came = print(given, language, time);
  begun.set(given, came);
  return came;
}

/** Whether there is anything to wait for. */
export const hasPrinter = (): boolean => (kept()?.kind ?? 'none') !== 'none';

async function print(given: Given, language: Language, time: string): Promise<Came> {
  const printer = kept();
  if (!printer || printer.kind === 'none') return told('none');
  if (!given.ticket) return told((await printBlank(printer, given.code, language, time)) ? 'printed' : 'failed');
  const secret = given.ticket.page.split('/').at(-1);
  const { status, body } = await call<PaperDone>('POST', '/api/device/papers', { secret, language });
  if (body?.bytes) return told((await writeToSerial(bytesIn(body.bytes), printer.baudRate)) ? 'printed' : 'failed');
  if (body) return { told: TOLD[body.outcome] ?? 'failed', picture: body.picture };
  return told(status === 0 ? 'unsure' : 'failed');
}

/** A ticket of nobody's, to try a serial printer with. */
export async function printTest(printer: KioskPrinter): Promise<boolean> {
  return printBlank(printer, 'X000', 'fi', '');
}

const TOLD: Partial<Record<PaperDone['outcome'], Came['told']>> = {
  printed: 'printed',
  already: 'printed',
  picture: 'preview',
  none: 'none',
  unsure: 'unsure',
};
const told = (how: Came['told']): Came => ({ told: how, picture: null });

async function printBlank(printer: KioskPrinter, code: string, language: Language, time: string): Promise<boolean> {
  const blank = printer.blanks?.[language];
  return blank ? writeToSerial(filledBlank(bytesIn(blank), code, time), printer.baudRate) : false;
}
