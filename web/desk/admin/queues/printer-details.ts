import type { DeviceSettings } from '../../../shared/api/queues.ts';

type Settings = NonNullable<DeviceSettings['printer']>;
export type PrinterKind = 'none' | Settings['kind'];

/** A printer as it is being written: numbers as they are typed, an empty one for what is usual. */
export type PrinterDetails = {
  printer: PrinterKind;
  host: string;
  port: string;
  baudRate: string;
  width: '58' | '80';
  cpl: string;
  encoding: NonNullable<Settings['encoding']>;
  command: NonNullable<Settings['command']>;
};

/** A printer of its own is sent to by the server: a serial one would hang on somebody's computer. */
export const printersOfKiosk = ['none', 'network', 'serial', 'preview'] as const satisfies readonly PrinterKind[];
export const printersAlone = ['none', 'network', 'preview'] as const satisfies readonly PrinterKind[];
export const widths = ['80', '58'] as const;
export const encodings = ['cp858', 'cp437', 'cp865', 'cp1252', 'multilingual'] as const satisfies readonly PrinterDetails['encoding'][];
export const commands = ['escpos', 'generic'] as const satisfies readonly PrinterDetails['command'][];

export const noPrinter: PrinterDetails = {
  printer: 'none',
  host: '',
  // Raw printing over the network (JetDirect), which receipt printers answer at unless told otherwise.
  port: '9100',
  baudRate: '',
  width: '80',
  cpl: '',
  encoding: 'cp858',
  command: 'escpos',
};

export function printerDetails(printer: DeviceSettings['printer']): PrinterDetails {
  if (!printer) return noPrinter;
  const { kind, width = 80, cpl, encoding = noPrinter.encoding, command = noPrinter.command } = printer;
  const network = printer.kind === 'network' ? { host: printer.host, port: String(printer.port) } : {};
  const serial = printer.kind === 'serial' ? { baudRate: written(printer.baudRate) } : {};
  return { ...noPrinter, ...network, ...serial, printer: kind, width: `${width}`, cpl: written(cpl), encoding, command };
}

export function printerSettings(details: PrinterDetails): Settings | null {
  const { printer, encoding, command } = details;
  // A number written wrong goes as it is: the server refuses it, rather than something else being saved in silence.
  const [cpl, baudRate] = [typed(details.cpl), typed(details.baudRate)];
  const paper = { width: details.width === '58' ? 58 : 80, encoding, command, ...(cpl === undefined ? {} : { cpl }) } as const;
  switch (printer) {
    case 'none':
      return null;
    case 'network':
      return { kind: printer, host: details.host.trim(), port: numberIn(details.port, 1, 65_535) ?? 0, ...paper };
    case 'serial':
      return { kind: printer, ...(baudRate === undefined ? {} : { baudRate }), ...paper };
    case 'preview':
      return { kind: printer, ...paper };
  }
}

export function missingInPrinter({ printer, host, port }: PrinterDetails): string[] {
  if (printer !== 'network') return [];
  return [...(host.trim() ? [] : ['host']), ...(numberIn(port, 1, 65_535) === null ? ['port'] : [])];
}

/** Whether a number that may be left out is written wrong. */
export const isWrong = (text: string, least: number, most: number): boolean => text.trim() !== '' && numberIn(text, least, most) === null;

const typed = (text: string) => (text.trim() === '' ? undefined : Number(text));
const written = (value: number | undefined) => (value === undefined ? '' : String(value));

function numberIn(text: string, least: number, most: number): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
