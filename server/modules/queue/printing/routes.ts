import type { FastifyInstance } from 'fastify';
import { raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { deviceAccess } from '../devices/access.ts';
import { type PrinterPlaces, printerReach } from './reach.ts';
import { KioskPaper, KioskPrinter, PaperDone, PointPrinters, TestPaper, VisitPaper } from './schema.ts';
import { type Printing, printAtDesk, printAtKiosk, printersFor, ticketPicture } from './service.ts';
import { kioskPrinter, printTestTicket } from './set-up.ts';

/** By manager: a printer is tried a few times; trying addresses one after another is slow. */
const TESTS = { max: 10, windowMs: 60_000 };

/** Numbers on paper. */
export function printingRoutes(
  app: FastifyInstance,
  { printers, ...deps }: Omit<Printing, 'printers'> & StaffAccess & { printers: PrinterPlaces },
): void {
  const { staff } = deps;
  const printing: Printing = { ...deps, printers: printerReach(printers) };
  const kiosk = deviceAccess(printing, 'kiosk');

  route(app, {
    method: 'GET',
    url: '/api/device/printer',
    summary: 'The kiosk’s printer, and for a serial one the tickets it prints without network',
    access: kiosk,
    answers: { 200: KioskPrinter },
    handle: async ({ caller }) => ({ status: 200, body: await kioskPrinter(printing, caller) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/device/papers',
    summary: 'Print the ticket of a number this kiosk has given: once, however often it is asked',
    access: kiosk,
    body: KioskPaper,
    answers: { 200: PaperDone },
    handle: async ({ caller, body }) => ({ status: 200, body: await printAtKiosk(printing, caller, body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/devices/:id/test-papers',
    summary: 'Print a test ticket, and say what came of it',
    access: staff,
    params: byId,
    body: TestPaper,
    limit: TESTS,
    answers: { 200: PaperDone },
    handle: async (call) => ({ status: 200, body: await printTestTicket(printing, byOf(call), call.params.id, call.body.language) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/printers',
    summary: 'The printers that the desks of a point print numbers with',
    access: staff,
    params: byId,
    answers: { 200: PointPrinters },
    handle: async ({ caller, params }) => ({ status: 200, body: { printers: await printersFor(printing, caller, params.id) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/visits/:id/papers',
    summary: 'Print the ticket of a visitor who is at the desk',
    access: staff,
    params: byId,
    body: VisitPaper,
    answers: { 200: PaperDone },
    handle: async (call) => ({ status: 200, body: await printAtDesk(printing, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/visits/:id/ticket.svg',
    summary: 'The ticket as a picture, for the printer of the desk’s own computer',
    access: staff,
    params: byId,
    answers: { 200: raw('image/svg+xml; charset=utf-8') },
    handle: async (call) => {
      call.reply.header('cache-control', 'private, no-store');
      return { status: 200, body: await ticketPicture(printing, byOf(call), call.params.id) };
    },
  });
}
