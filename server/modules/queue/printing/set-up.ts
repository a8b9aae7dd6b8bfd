import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { LOCALES, PLAIN_FINNISH, type TextVariant } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { Names } from '../../directory/types.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import type { PrinterSettings } from '../devices/schema.ts';
import { deviceSelf } from '../devices/service.ts';
import type { Device } from '../devices/types.ts';
import { requireKeeps } from '../policy.ts';
import { pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import { bytesOf, paperOf, pictureOf } from './paper.ts';
import { printerOf } from './printers.ts';
import { printerOfDevice } from './queries.ts';
import type { KioskPrinter, PaperDone } from './schema.ts';
import type { Printing } from './service.ts';
import { ticketMarkdown, timeOnTicket } from './ticket.ts';

/** Where nobody has been: a ticket to try a printer with. */
const TEST_CODE = 'X000';
/** Those a wrong code page shows itself by. */
const LETTERS = 'Å Ä Ö å ä ö';

/**
 * Prints a ticket of nobody. The picture comes along whatever happened, so that the paper can be compared with it.
 * @throws NotFound; Forbidden for those who work there and do not keep the point; Conflict `no-printer`
 */
export async function printTestTicket(printing: Printing, by: By, deviceId: string, variant: TextVariant): Promise<PaperDone> {
  const device = await printerOfDevice(printing.db, deviceId);
  if (!device) throw new NotFound();
  const point = await pointWithQueues(printing.db, device.pointId);
  requireKeeps(by.actor, point);
  const { organisationId, zone } = point as QueuePoint;
  if (!device.printer) throw new Conflict('no-printer');
  await inTransaction(printing.db, (trx) => recordChange(trx, by, 'device.tested', deviceId, organisationId));
  const paper = paperOf(device.printer);
  const code = TEST_CODE;
  const time = timeOnTicket(printing.clock.now(), variant, zone);
  const ticket = { point: `${translator(variant, 'ticket')('test')}: ${LETTERS}`, code, page: `${printing.publicUrl}/`, time };
  const markdown = ticketMarkdown(ticket, variant, paper);
  return { ...(await printerOf(device.printer, printing.printers)(markdown)), picture: pictureOf(markdown, paper) };
}

/** The usual speed of receipt printers with a serial line (Epson TM series as delivered). */
const USUAL_BAUD = 38_400;

/** What a kiosk keeps of its printer, so that it prints without network too. */
export async function kioskPrinter({ db }: Pick<Printing, 'db'>, device: Device): Promise<KioskPrinter> {
  const { settings, point } = await deviceSelf({ db }, device);
  const printer = settings.printer ?? null;
  const baudRate = (printer?.kind === 'serial' && printer.baudRate) || USUAL_BAUD;
  return { kind: printer?.kind ?? 'none', baudRate, blanks: printer?.kind === 'serial' ? blanksOf(printer, point.name) : null };
}

/** Places that the kiosk fills in, as long as what comes there mostly is: signs that stand in every code page and in no ticket. */
const BLANK = { code: '@@@@', time: '########' };

function blanksOf(printer: PrinterSettings, point: Record<string, string>): NonNullable<KioskPrinter['blanks']> {
  const paper = paperOf(printer);
  const blank = (variant: TextVariant) => {
    const ticket = { point: nameIn(point as Names, variant.slice(0, 2)), page: null, ...BLANK };
    return bytesOf(ticketMarkdown(ticket, variant, paper), paper).toString('base64');
  };
  const [fi, sv, en] = LOCALES.map(blank) as [string, string, string];
  return { fi, sv, en, 'fi-x-plain': blank(PLAIN_FINNISH) };
}
