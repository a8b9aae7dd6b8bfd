import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors.ts';
import type { CurrentDirectory } from '../../directory/service.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { knowledgeChanged } from '../events.ts';
import { approvedBy, mayApprove } from '../policy.ts';
import * as rows from './queries.ts';
import { missingOf } from './rules.ts';
import type { Package, PackageChange, PackageContent, PackageInput, PackageList, PackageVersions } from './schema.ts';

export type PackageContext = { db: Kysely<Tables>; clock: Clock; directory: CurrentDirectory };

/** Those in use, and one's own that are not. */
export async function packagesFor({ db }: PackageContext, actor: Actor): Promise<PackageList> {
  return { packages: await rows.listPackages(db, approvedBy(actor)) };
}

/** @throws NotFound */
export async function packageFor({ db }: PackageContext, actor: Actor, id: string): Promise<Package> {
  const found = await rows.findPackage(db, id, approvedBy(actor));
  if (!found) throw new NotFound();
  const { ownerOrg, active, ...rest } = found;
  return { ...rest, ownerOrganisationId: ownerOrg, isActive: active, may: { write: mayApprove(actor, ownerOrg) } };
}

/** @throws NotFound */
export async function historyFor(context: PackageContext, actor: Actor, id: string): Promise<PackageVersions> {
  await packageFor(context, actor, id);
  return { versions: await rows.versionsBefore(context.db, id) };
}

/**
 * A package goes to residents as it is saved, so those write it who approve cards.
 * @throws Forbidden; Invalid `package-incomplete`, `unknown-reference`; Conflict `package-exists` where the event has one in use
 */
export async function createPackage(context: PackageContext, trx: Trx, by: By, input: PackageInput): Promise<{ id: string }> {
  if (!mayApprove(by.actor, input.ownerOrganisationId)) throw new Forbidden();
  await requireWhole(context, trx, input.content, input.lifeEvent);
  const { ownerOrganisationId: ownerOrg, lifeEvent, content } = input;
  if (lifeEvent) await rows.lockEvent(trx, lifeEvent);
  const id = await rows.insertPackage(trx, { ownerOrg, lifeEvent, content, personId: by.actor.personId });
  if (!id) throw new Conflict('package-exists');
  await tell(trx, by, { id, lifeEvent, ownerOrg }, 'package.created');
  return { id };
}

/** @throws NotFound; Conflict `package-changed`, `package-exists`; Invalid `package-incomplete`, `unknown-reference` */
export async function changePackage(context: PackageContext, by: By, id: string, change: PackageChange): Promise<void> {
  await inTransaction(context.db, async (trx) => {
    const found = await rows.lockPackage(trx, id, approvedBy(by.actor));
    if (!found) throw new NotFound();
    if (found.version !== change.version) throw new Conflict('package-changed');
    const content = change.content ?? found.content;
    const active = change.active ?? found.active;
    // What is taken out of use may name what is no more.
    if (active) await requireWhole(context, trx, content, found.lifeEvent);
    if (active && found.lifeEvent) await requireFree(trx, found.lifeEvent, id);
    await rows.updatePackage(trx, found, { content, active, personId: by.actor.personId, now: context.clock.now() });
    await tell(trx, by, found, active ? 'package.changed' : 'package.retired');
  });
}

/** Of those in use. @throws Invalid `unknown-reference`, since it is named in another request's body */
export async function packageInUse(db: Db, id: string): Promise<PackageContent> {
  const found = await rows.findPackage(db, id, []);
  if (!found) throw new Invalid('unknown-reference', { fields: ['packageId'] });
  return found.content;
}

async function requireFree(trx: Trx, lifeEvent: string, id: string): Promise<void> {
  await rows.lockEvent(trx, lifeEvent);
  if (await rows.eventIsTaken(trx, lifeEvent, id)) throw new Conflict('package-exists');
}

async function requireWhole({ directory }: PackageContext, trx: Trx, content: PackageContent, lifeEvent: string | null): Promise<void> {
  const missing = missingOf(content);
  if (missing.length > 0) throw new Invalid('package-incomplete', { fields: missing });
  const { organisations } = await directory.read();
  const unknown = await rows.unknownOf(
    trx,
    content.steps.flatMap(({ serviceId }) => serviceId ?? []),
    lifeEvent,
  );
  const fields = [
    ...(unknown.event ? ['lifeEvent'] : []),
    ...content.steps.flatMap(({ serviceId, organisationId }, index) => [
      ...(serviceId && unknown.services.includes(serviceId) ? [`content.steps.${index}.serviceId`] : []),
      ...(organisationId && !organisations.some((each) => each.id === organisationId) ? [`content.steps.${index}.organisationId`] : []),
    ]),
  ];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

async function tell(
  trx: Trx,
  by: By,
  { id, lifeEvent, ownerOrg }: Pick<rows.PackageFound, 'id' | 'lifeEvent' | 'ownerOrg'>,
  action: string,
): Promise<void> {
  await recordChange(trx, by, action, id, ownerOrg);
  await knowledgeChanged(trx, 'life-event', [lifeEvent ?? id]);
}
