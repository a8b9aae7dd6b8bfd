import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import type { CurrentDirectory } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { knowledgeChanged } from '../events.ts';
import { approvedBy, mayApprove } from '../policy.ts';
import { bulletinChanged, bulletinRead } from './events.ts';
import * as rows from './queries.ts';
import type { Bulletin, BulletinChange, BulletinInput, BulletinList, BulletinReaders, BulletinView } from './schema.ts';

export type BulletinContext = { db: Kysely<Tables>; clock: Clock; directory: CurrentDirectory };

export async function bulletinsFor(context: BulletinContext, actor: Actor, view: BulletinView): Promise<BulletinList> {
  const reading = readingOf(context, actor);
  const [found, counts] = [await rows.listBulletins(context.db, reading, view), await rows.countUnread(context.db, reading)];
  return { bulletins: found.map((row) => shown(actor, row)), counts };
}

/** What a service's card tells of: news, and what is known to come into force. */
export async function bulletinsOfService(context: BulletinContext, actor: Actor, serviceId: string): Promise<Bulletin[]> {
  return (await rows.bulletinsOfService(context.db, serviceId, readingOf(context, actor))).map((row) => shown(actor, row));
}

/** @throws NotFound for one that is not out yet, or withdrawn, to those who do not keep it */
export async function bulletinFor(context: BulletinContext, actor: Actor, id: string): Promise<Bulletin> {
  const found = await rows.findBulletin(context.db, id, readingOf(context, actor));
  if (!found) throw new NotFound();
  return shown(actor, found);
}

/** Names of colleagues who have read it: for who answers that all have. @throws NotFound */
export async function readersFor(context: BulletinContext, actor: Actor, id: string): Promise<BulletinReaders> {
  const { may } = await bulletinFor(context, actor, id);
  if (!may.write) throw new NotFound();
  return rows.readersOf(context.db, id, dayOf(context.clock.now()));
}

/** @throws Forbidden; Invalid `unknown-reference`, `bulletin-days` */
export async function publishBulletin(context: BulletinContext, trx: Trx, by: By, input: BulletinInput): Promise<{ id: string }> {
  const { ownerOrganisationId: ownerOrg, ...content } = input;
  if (!mayApprove(by.actor, ownerOrg)) throw new Forbidden();
  await requireKnown(context, trx, input);
  requireOrder(input);
  const id = (await rows.insertBulletin(trx, { ...content, ownerOrg, personId: by.actor.personId })) as string;
  await tell(trx, by, id, ownerOrg, 'bulletin.published');
  return { id };
}

/** @throws NotFound; Conflict `bulletin-changed`; Invalid `unknown-reference`, `bulletin-days` */
export async function changeBulletin(context: BulletinContext, by: By, id: string, change: BulletinChange): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const found = await rows.lockBulletin(trx, id, approvedBy(by.actor));
    if (!found) throw new NotFound();
    const { version, again, ...becomes } = change;
    if (found.version !== version) throw new Conflict('bulletin-changed');
    await requireKnown(context, trx, becomes);
    requireOrder({ publishedOn: becomes.publishedOn ?? found.publishedOn, showsUntil: becomes.showsUntil ?? found.showsUntil });
    await rows.updateBulletin(trx, id, becomes as rows.BulletinBecomes, context.clock.now());
    if (again) await rows.forgetReading(trx, id);
    await tell(trx, by, id, found.ownerOrg, becomes.withdrawn ? 'bulletin.withdrawn' : 'bulletin.changed');
  });
}

/** The job of each midnight: what was written for today comes out now, on every desk and in the search. @returns how many */
export async function tellOfTodays({ db, clock }: Pick<BulletinContext, 'db' | 'clock'>): Promise<number> {
  const ids = await rows.publishedOn(db, dayOf(clock.now()));
  await inTransaction(db, async (trx) => {
    for (const id of ids) await bulletinChanged(trx, id);
    await knowledgeChanged(trx, 'bulletin', ids);
  });
  return ids.length;
}

/** @throws NotFound */
export async function readBulletin(context: BulletinContext, by: By, id: string): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const found = await rows.findBulletin(trx, id, readingOf(context, by.actor));
    if (!found) throw new NotFound();
    if (!(await rows.markRead(trx, id, by.actor.personId, context.clock.now()))) return;
    await recordChange(trx, by, 'bulletin.read', id, found.ownerOrganisationId);
    await bulletinRead(trx, id, { personId: by.actor.personId, ownerOrg: found.ownerOrganisationId });
  });
}

const readingOf = ({ clock }: BulletinContext, actor: Actor): rows.Reading => ({
  personId: actor.personId,
  pointId: actor.pointId,
  kept: approvedBy(actor),
  today: dayOf(clock.now()),
});

const shown = (actor: Actor, row: rows.BulletinRow): Bulletin => ({
  ...row,
  may: { write: mayApprove(actor, row.ownerOrganisationId) },
});

type Naming = { serviceIds?: string[] | undefined; pointIds?: string[] | undefined };

async function requireKnown({ directory }: BulletinContext, trx: Trx, { serviceIds = [], pointIds = [] }: Naming): Promise<void> {
  const { points } = await directory.read();
  const fields = [
    ...((await rows.unknownServices(trx, serviceIds)) ? ['serviceIds'] : []),
    ...(pointIds.every((id) => points.some((point) => point.id === id)) ? [] : ['pointIds']),
  ];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

function requireOrder({ publishedOn, showsUntil }: Pick<BulletinInput, 'publishedOn' | 'showsUntil'>): void {
  if (Temporal.PlainDate.compare(showsUntil, publishedOn) < 0) throw new Invalid('bulletin-days', { fields: ['showsUntil'] });
}

async function tell(trx: Trx, by: By, id: string, ownerOrg: string, action: string): Promise<void> {
  await recordChange(trx, by, action, id, ownerOrg);
  await bulletinChanged(trx, id);
  await knowledgeChanged(trx, 'bulletin', [id]);
}
