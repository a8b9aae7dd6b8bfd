import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { By } from '../../identity/types.ts';
import { directoryChanged } from '../events.ts';
import { allOrganisations } from '../organisations/queries.ts';
import { mayKeep, requireKept } from '../policy.ts';
import { hasOtherAddress } from '../rules.ts';
import type { ServicePoint } from '../types.ts';
import { allPoints, insertPoint, lockPoint, updatePoint } from './queries.ts';

export async function keptPoints(db: Db, { actor }: By): Promise<ServicePoint[]> {
  const kept = (await allOrganisations(db)).filter((organisation) => mayKeep(actor, organisation)).map(({ id }) => id);
  return (await allPoints(db)).filter((point) => kept.includes(point.organisationId));
}

export async function createPoint(db: Kysely<Tables>, by: By, input: Omit<ServicePoint, 'id'>): Promise<ServicePoint> {
  return inTransaction(db, async (trx) => {
    await requireKeptOwner(trx, by, input.organisationId);
    if ((await allPoints(trx)).some((point) => point.key === input.key)) throw new Conflict('key-taken');
    checkPoint(input);
    const id = await insertPoint(trx, input);
    await tell(trx, by, 'point.create', { id, ...input });
    return { id, ...input };
  });
}

export async function changePoint(
  db: Kysely<Tables>,
  by: By,
  id: string,
  change: Partial<Omit<ServicePoint, 'id' | 'key' | 'organisationId'>>,
): Promise<ServicePoint> {
  return inTransaction(db, async (trx) => {
    const found = await lockPoint(trx, id);
    await requireKeptOwner(trx, by, found?.organisationId);
    const was = found as ServicePoint;
    const changed = { ...was, ...change };
    checkPoint(changed);
    await updatePoint(trx, changed);
    await tell(trx, by, 'point.change', changed, hasOtherAddress(was, changed));
    return changed;
  });
}

async function requireKeptOwner(trx: Trx, by: By, organisationId: string | undefined): Promise<void> {
  requireKept(
    by.actor,
    (await allOrganisations(trx)).find(({ id }) => id === organisationId),
  );
}

function checkPoint({ validFrom, validUntil, zone, opening }: Omit<ServicePoint, 'id'>): void {
  if (validUntil && Temporal.PlainDate.compare(validUntil, validFrom) <= 0)
    throw new Invalid('end-before-start', { fields: ['validUntil'] });
  // One place has one time: its hours and its days may not disagree.
  if (opening.zone !== zone) throw new Invalid('zones-differ', { fields: ['zone', 'opening.zone'] });
}

async function tell(trx: Trx, by: By, action: string, point: ServicePoint, isRelocated = false): Promise<void> {
  await recordChange(trx, by, action, point.id, point.organisationId);
  await directoryChanged(trx, 'point', point.id, isRelocated);
}
