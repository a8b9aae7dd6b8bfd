import { Forbidden, NotFound } from '../../../platform/errors.ts';
import type { TextVariant } from '../../../platform/i18n/locale.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import { nameIn } from '../../directory/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import type { Device } from '../devices/types.ts';
import { requireWorksAt, seesNeeds } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues } from '../visits/queries.ts';
import { visitSecretOf } from '../visits/secrets.ts';
import { paperOf, pictureOf } from './paper.ts';
import { done, type Printer, printerOf } from './printers.ts';
import * as rows from './queries.ts';
import type { PrinterReach } from './reach.ts';
import type { KioskPaper, PaperDone, VisitPaper } from './schema.ts';
import { type Roll, ticketMarkdown, timeOnTicket } from './ticket.ts';

export type Printing = Pick<Floor, 'db' | 'clock' | 'keys'> & { publicUrl: string; printers: PrinterReach };

/** Longer after its arrival nobody comes for the paper of a number. */
const PRINTED_HOURS = 8;

/** @throws NotFound for a number that this kiosk did not give, or that waits no more */
export async function printAtKiosk(printing: Printing, { deviceId }: Device, { secret, language }: KioskPaper): Promise<PaperDone> {
  const visit = await rows.visitOfKiosk(printing.db, deviceId, hashSecret(secret), since(printing));
  if (!visit) throw new NotFound();
  const device = await rows.printerOfDevice(printing.db, deviceId);
  const settings = device?.printer ?? null;
  const ticket = drawn(printing, { ...visit, language }, secret, paperOf(settings ?? {}));
  return onceOnPaper(printing, visit.id, false, printerOf(settings, printing.printers), ticket);
}

/** @throws NotFound for those who do not work at the visit's point today, and for a printer of another point */
export async function printAtDesk(printing: Printing, by: By, visitId: string, { printerId, again }: VisitPaper): Promise<PaperDone> {
  const { visit, secret } = await numberOf(printing, by, visitId);
  const device = await rows.printerOfDevice(printing.db, printerId);
  if (device?.pointId !== visit.pointId || device.kind !== 'printer' || !device.printer) throw new NotFound();
  const ticket = drawn(printing, visit, secret, paperOf(device.printer));
  return onceOnPaper(printing, visit.id, again, printerOf(device.printer, printing.printers), ticket);
}

/** For the printer of the desk's own browser. @throws NotFound as `printAtDesk` */
export async function ticketPicture(printing: Printing, by: By, visitId: string): Promise<string> {
  const { visit, secret } = await numberOf(printing, by, visitId);
  const paper = paperOf({});
  return pictureOf(drawn(printing, visit, secret, paper), paper);
}

/** @throws NotFound for those who do not work at the point today */
export async function printersFor({ db }: Pick<Printing, 'db'>, actor: Actor, pointId: string): Promise<{ id: string; name: string }[]> {
  requireWorksAt(actor, await pointWithQueues(db, pointId));
  return (await rows.printersOf(db, pointId)).map(({ id, name }) => ({ id, name }));
}

/**
 * Of all who print the ticket at once, one does; a failure before anything was written lets it be tried anew. Left off by a crash it
 * counts as on paper: the visitor has the number on the screen, and two papers would make two of them come.
 */
async function onceOnPaper({ db }: Printing, visitId: string, again: boolean, print: Printer, ticket: string): Promise<PaperDone> {
  if (!(await rows.claimPaper(db, visitId, again))) return done('already');
  const came = await print(ticket).catch(async (error: unknown) => {
    await rows.settlePaper(db, visitId, 'unsure');
    throw error;
  });
  await rows.settlePaper(db, visitId, keptOf(came.outcome));
  return came;
}

function keptOf(outcome: PaperDone['outcome']): 'printed' | 'unsure' | null {
  if (outcome === 'printed' || outcome === 'bytes') return 'printed';
  return outcome === 'unsure' ? 'unsure' : null;
}

/**
 * The secret of the visitor's page goes with it, so each is in the audit, and an authority's people have only those of its own visitors.
 * @throws NotFound; Forbidden `not-your-queue`
 */
async function numberOf(
  printing: Printing,
  { actor, requestId }: By,
  visitId: string,
): Promise<{ visit: rows.VisitToPrint; secret: string }> {
  const visit = await rows.visitOfDesk(printing.db, visitId, since(printing));
  const point = visit && (await pointWithQueues(printing.db, visit.pointId));
  requireWorksAt(actor, point);
  if (!visit?.organisationIds.some((id) => seesNeeds(actor, point, id))) throw new Forbidden('not-your-queue');
  const secret = visitSecretOf(printing.keys, visit.id, visit.secretHash ?? '');
  if (!secret) throw new NotFound();
  const organisationIds = [...new Set(actor.grants.map(({ organisationId }) => organisationId))];
  const who = { actorKind: 'staff', personId: actor.personId, requestId, organisationIds } as const;
  await record(printing.db, { ...who, action: 'visit.printed', purpose: 'advice', subjects: [visitId] });
  return { visit, secret };
}

const since = ({ clock }: Pick<Printing, 'clock'>) => clock.now().subtract({ hours: PRINTED_HOURS });

function drawn({ publicUrl }: Pick<Printing, 'publicUrl'>, visit: rows.VisitToPrint, secret: string, roll: Roll): string {
  const variant = visit.language as TextVariant;
  const point = nameIn(visit.point, variant.slice(0, 2));
  const time = timeOnTicket(visit.arrivedAt, variant, visit.zone);
  return ticketMarkdown({ point, code: visit.code, page: `${publicUrl}/q/${secret}`, time }, variant, roll);
}
