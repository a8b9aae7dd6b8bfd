import type { PaperDone } from '../../../server/modules/queue/printing/schema.ts';
import { request } from './request.ts';

export type { PaperDone };
export type PointPrinter = { id: string; name: string };
type Language = 'fi' | 'sv' | 'en';

export const listPrinters = async (pointId: string) =>
  (await request<{ printers: PointPrinter[] }>('GET', `/api/queue/points/${pointId}/printers`)).printers;
export const printNumber = (visitId: string, printerId: string, again: boolean) =>
  request<PaperDone>('POST', `/api/queue/visits/${visitId}/papers`, { printerId, again });
/** The ticket as a picture, for the printer of this computer. */
export const ticketAddress = (visitId: string) => `/api/queue/visits/${visitId}/ticket.svg`;
export const printTestTicket = (deviceId: string, language: Language) =>
  request<PaperDone>('POST', `/api/queue/devices/${deviceId}/test-papers`, { language });
