import type { DeviceSettings, QueueDevice } from '../../../shared/api/queues.ts';
import { missingInWays, type Ways, waysToSend } from './displays/ways.ts';
import { missingInPrinter, noPrinter, type PrinterDetails, printerDetails, printerSettings } from './printer-details.ts';

export type DeviceKind = QueueDevice['kind'];
export type DeviceDetails = PrinterDetails & {
  name: string;
  shows: NonNullable<DeviceSettings['shows']>;
  speaks: boolean;
  languages: NonNullable<DeviceSettings['languages']>;
  byTurns: boolean;
  slides: boolean;
  ways: Ways;
};

export const deviceKinds = ['kiosk', 'display', 'computer', 'printer'] as const satisfies readonly DeviceKind[];
export const showings = ['all', 'tickets', 'appointments'] as const;

/** Where the code is typed at the device; a printer is paired with nothing. */
export const pairingPages: Record<DeviceKind, string | null> = {
  kiosk: '/kiosk/',
  display: '/display/',
  computer: '/computer/',
  printer: null,
};

/** How a display shows what it shows, until it is said otherwise. */
const usualDisplay: Pick<DeviceDetails, 'languages' | 'byTurns' | 'slides' | 'ways'> = {
  languages: ['fi', 'sv'],
  byTurns: false,
  slides: true,
  ways: [],
};
export const noDevice: DeviceDetails = { name: '', shows: 'all', speaks: false, ...usualDisplay, ...noPrinter };

export function deviceDetails({ name, settings: { printer = null, ...settings } }: QueueDevice): DeviceDetails {
  // What was never said of a display is what displays do by themselves.
  return { name, shows: 'all', speaks: true, ...usualDisplay, ...settings, ...printerDetails(printer) };
}

/** What the device itself reads: only what its kind has. */
export function settingsOf(
  kind: DeviceKind,
  { shows, speaks, languages, byTurns, slides, ways, ...printer }: DeviceDetails,
): DeviceSettings {
  if (kind === 'display') return { shows, speaks, languages, byTurns, slides, ways: waysToSend(ways) };
  return hasPrinter(kind) ? { printer: printerSettings(printer) } : {};
}

export const hasPrinter = (kind: DeviceKind): boolean => kind === 'kiosk' || kind === 'printer';

export function missingInDevice(kind: DeviceKind, details: DeviceDetails): string[] {
  return [...(details.name.trim() ? [] : ['name']), ...(hasPrinter(kind) ? missingInPrinter(details) : []), ...missingInWays(details.ways)];
}
