import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { directoryChanged } from '../events.ts';
import { administered, keepsShared, mayKeep, requireKept } from '../policy.ts';
import { wouldLoop } from '../rules.ts';
import type { Names, Organisation } from '../types.ts';
import { allOrganisations, insertOrganisation, lockOrganisation, updateOrganisation } from './queries.ts';

/** What an administrator may change: the own organisations and those they keep for others. */
export async function keptOrganisations(db: Db, { actor }: By): Promise<Organisation[]> {
  return (await allOrganisations(db)).filter((organisation) => mayKeep(actor, organisation));
}

/** The new organisation is kept by the administrator's own until it gets administrators of its own. */
export async function createOrganisation(
  db: Kysely<Tables>,
  by: By,
  input: Omit<Organisation, 'id' | 'keptById' | 'keepsRegion'>,
): Promise<Organisation> {
  const keptById = administered(by.actor)[0];
  if (!keptById) throw new NotFound();
  return inTransaction(db, async (trx) => {
    const organisations = await allOrganisations(trx);
    if (organisations.some((organisation) => organisation.key === input.key)) throw new Conflict('key-taken');
    const created = { ...input, keptById, keepsRegion: false };
    requireSuccession(by.actor, organisations, null, created.successorId);
    checkEnd(organisations, { ...created, id: '' });
    const id = await insertOrganisation(trx, created);
    await tell(trx, by, 'organisation.create', id);
    return { id, ...created };
  });
}

/** An organisation that keeps itself, made from the operator's command line. The first of an installation keeps the region too. */
export async function foundOrganisation(trx: Trx, key: string, name: Names, validFrom: Temporal.PlainDate): Promise<string> {
  const keepsRegion = !(await allOrganisations(trx)).some((organisation) => organisation.keepsRegion);
  const id = await insertOrganisation(trx, {
    key,
    name,
    shortName: name,
    kind: 'municipality',
    validFrom,
    validUntil: null,
    successorId: null,
    keptById: null,
    keepsRegion,
  });
  await directoryChanged(trx, 'organisation', id);
  return id;
}

/** @throws Conflict('successor-kept-elsewhere'), Invalid('successor-without-end' | 'end-before-start' | 'successor-loops') */
export async function changeOrganisation(
  db: Kysely<Tables>,
  by: By,
  id: string,
  change: Partial<Omit<Organisation, 'id' | 'key' | 'keptById' | 'keepsRegion'>>,
): Promise<Organisation> {
  return inTransaction(db, async (trx) => {
    const found = await lockOrganisation(trx, id);
    requireKept(by.actor, found);
    const changed = { ...(found as Organisation), ...change };
    const organisations = await allOrganisations(trx);
    requireSuccession(by.actor, organisations, (found as Organisation).successorId, changed.successorId);
    checkEnd(organisations, changed);
    await updateOrganisation(trx, changed);
    await tell(trx, by, 'organisation.change', id);
    return changed;
  });
}

/**
 * What an ended organisation had agreed holds for its successor, so who names one must keep that one too, or the region: else a made-up
 * organisation would give another's advisors tasks, or take them.
 */
function requireSuccession(actor: Actor, organisations: Organisation[], before: string | null, successorId: string | null): void {
  if (!successorId || successorId === before || keepsShared(actor, organisations)) return;
  const successor = organisations.find((organisation) => organisation.id === successorId);
  if (successor && !mayKeep(actor, successor)) throw new Conflict('successor-kept-elsewhere', { fields: ['successorId'] });
}

/** An end comes after the beginning, and a successor only with an end; a chain of successors ends somewhere. */
function checkEnd(organisations: Organisation[], organisation: Organisation): void {
  const { id, validFrom, validUntil, successorId } = organisation;
  if (successorId && !validUntil) throw new Invalid('successor-without-end', { fields: ['validUntil'] });
  if (validUntil && Temporal.PlainDate.compare(validUntil, validFrom) <= 0)
    throw new Invalid('end-before-start', { fields: ['validUntil'] });
  if (successorId && !organisations.some((other) => other.id === successorId))
    throw new Invalid('unknown-reference', { fields: ['successorId'] });
  const successorOf = (of: string) => organisations.find((other) => other.id === of)?.successorId;
  if (wouldLoop(id, successorId, successorOf)) throw new Invalid('successor-loops', { fields: ['successorId'] });
}

async function tell(trx: Trx, by: By, action: string, id: string): Promise<void> {
  await recordChange(trx, by, action, id, id);
  await directoryChanged(trx, 'organisation', id);
}
