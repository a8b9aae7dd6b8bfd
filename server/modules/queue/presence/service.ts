import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { keptPoint } from '../points/kept.ts';
import type { Floor } from '../types.ts';
import * as rows from './queries.ts';
import { namesCounter } from './rules.ts';
import type { Presence, PresenceChange, PresenceInput } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'directory'>;

/** @throws NotFound; Forbidden for those who work there and do not keep the point */
export async function presencesFor({ db }: Deps, actor: Actor, pointId: string): Promise<Presence[]> {
  await keptPoint(db, actor, pointId);
  return rows.presencesOf(db, pointId);
}

/** @throws NotFound; Forbidden; Conflict `presence-written`; Invalid `unknown-reference`, `place-tells`, `zones-differ` */
export async function addPresence(deps: Deps, trx: Trx, by: By, pointId: string, input: PresenceInput): Promise<{ id: string }> {
  const { organisationId, zone } = await keptPoint(trx, by.actor, pointId);
  const { organisations } = await deps.directory.read();
  if (!organisations.some(({ id }) => id === input.organisationId)) throw new Invalid('unknown-reference', { fields: ['organisationId'] });
  await requireSound(trx, pointId, zone, input);
  const id = await rows.insertPresence(trx, pointId, input);
  if (!id) throw new Conflict('presence-written', { fields: ['organisationId'] });
  await recordChange(trx, by, 'presence.added', id, organisationId);
  return { id };
}

/** @throws NotFound; Forbidden; Conflict `presence-changed`; Invalid `place-tells`, `zones-differ` */
export async function changePresence({ db }: Deps, by: By, id: string, { version, ...change }: PresenceChange): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { presence, organisationId, zone } = await lockKept(trx, by, id);
    if (presence.version !== version) throw new Conflict('presence-changed');
    const becomes = { ...presence, ...given(change) } as Presence;
    await requireSound(trx, presence.pointId, zone, becomes);
    await rows.updatePresence(trx, id, becomes);
    await recordChange(trx, by, 'presence.changed', id, organisationId);
  });
}

/** From now on the authority is here as the point is open, if it has a queue here. @throws NotFound; Forbidden */
export async function removePresence({ db }: Deps, by: By, id: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { organisationId } = await lockKept(trx, by, id);
    await rows.deletePresence(trx, id);
    await recordChange(trx, by, 'presence.removed', id, organisationId);
  });
}

async function requireSound(
  trx: Trx,
  pointId: string,
  zone: string,
  { opening, place }: Pick<Presence, 'opening' | 'place'>,
): Promise<void> {
  // One place has one time.
  if (opening.zone !== zone) throw new Invalid('zones-differ', { fields: ['opening'] });
  if (place && namesCounter(place, await rows.counterNames(trx, pointId))) throw new Invalid('place-tells', { fields: ['place'] });
}

async function lockKept(trx: Trx, by: By, id: string) {
  const presence = await rows.lockPresence(trx, id);
  if (!presence) throw new NotFound();
  const { organisationId, zone } = await keptPoint(trx, by.actor, presence.pointId);
  return { presence, organisationId, zone };
}

/** What the change names: a field left out stays as it was. */
const given = (change: object) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
