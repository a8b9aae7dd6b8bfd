import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { record } from '../../audit/service.ts';
import { requireRight } from '../../customers/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller, LinkHolder } from '../../identity/types.ts';
import { noteHappening } from '../happenings.ts';
import { lockOwnMatter } from '../locking.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import { receiveMessage } from '../messages/receiving/service.ts';
import { variantOf } from '../messages/wording.ts';
import { writeSteps } from '../path/service.ts';
import { eventRow } from '../trace.ts';
import type { Desk, LockedMatter } from '../types.ts';
import { latestPicture, type OwnDeed, readComment, writeComment, writeOwnConfirmation } from './own-queries.ts';
import { pictureForLink } from './paper.ts';
import { type LockedMapping, lockMapping } from './queries.ts';
import type { PictureVariant } from './schema.ts';

/** Who comes by which door, and to which matter; behind a link in which language they read, that of the matter known. */
export type Door = { requestId: string } & (
  | { caller: CustomerCaller; matterId: string }
  | { holder: LinkHolder; variantFor: (language: string) => PictureVariant }
);

/**
 * The customer says themselves that the picture is right and the path agreed: its steps become the matter's. `version`: of what they saw.
 * @throws NotFound for what they are not shown; Forbidden `mandate-too-narrow`; Conflict `matter-closed`, `mapping-ended`, `mapping-not-decided`,
 *   `mapping-changed` when the desk has changed it meanwhile
 */
export async function confirmOneself(desk: Desk, door: Door, mappingId: string, version: number): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockShown(desk, trx, door, mappingId);
    if (mapping.state === 'confirmed') throw new Conflict('mapping-ended');
    if (mapping.state !== 'decided' || !mapping.decision) throw new Conflict('mapping-not-decided');
    if (mapping.version !== version) throw new Conflict('mapping-changed');
    const steps = mapping.decision.steps.map((step) => ({ ...step, place: '', secret: mapping.secret }));
    await writeSteps(desk, trx, null, matter, steps);
    const deed = deedBy(desk, door);
    await writeOwnConfirmation(trx, mapping.id, deed);
    const about = { how: deed.how };
    await noteHappening(trx, { matterId: matter.id, ownerOrg: matter.owner_org, kind: 'mapping-confirmed', personId: null, about });
    await trace(trx, door, matter, mapping, 'mapping.confirmed');
  });
}

/**
 * The customer says what is wrong or missing: kept with the mapping, and a message, so that somebody answers it. The same words twice are one.
 * @throws NotFound for what they are not shown; Forbidden `mandate-too-narrow`; Conflict `matter-closed`
 */
export async function comment(desk: Desk, door: Door, mappingId: string, words: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const { matter, mapping } = await lockShown(desk, trx, door, mappingId);
    if ((await readComment(trx, mapping.id)) === words) return;
    const deed = deedBy(desk, door);
    await writeComment(trx, mapping.id, words, deed);
    const { actingFor = null, customerId } = 'caller' in door ? door.caller : { customerId: null };
    await receiveMessage(desk, trx, {
      matterId: matter.id,
      channel: 'web',
      identification: customerId === null ? 'none' : actingFor ? 'mandate' : 'strong',
      ...(customerId === null ? {} : { by: { customerId, onBehalfOf: actingFor?.customerId ?? null } }),
      at: deed.at,
      subject: '',
      body: translator(variantOf(matter.language), 'picture')('follow.commentOf', { words }),
    });
    await trace(trx, door, matter, mapping, 'mapping.commented');
  });
}

async function lockShown(desk: Desk, trx: Trx, door: Door, mappingId: string): Promise<{ matter: LockedMatter; mapping: LockedMapping }> {
  const matter = 'caller' in door ? await lockOwnMatter(trx, door.caller, door.matterId) : await lockSurviving(trx, door.holder.matterId);
  if (!matter) throw new NotFound();
  if ('caller' in door) requireRight(door.caller, 'write');
  if (matter.state !== 'open') throw new Conflict('matter-closed');
  // On this connection: a second one, asked for while the matter is locked, may be held by those who wait for the lock.
  const within = { ...desk, db: trx };
  const shown =
    'caller' in door ? await latestPicture(trx, matter) : await pictureForLink(within, matter.number, door.variantFor(matter.language));
  const isRead = shown && (!('text' in shown) || shown.text !== null);
  if (!isRead || shown.id !== mappingId) throw new NotFound();
  return { matter, mapping: await lockMapping(trx, mappingId) };
}

function deedBy(desk: Desk, door: Door): OwnDeed {
  const at = desk.clock.now();
  if (!('caller' in door)) return { how: 'link', customerId: null, at };
  return { how: door.caller.actingFor ? 'mandate' : 'signed-in', customerId: door.caller.customerId, at };
}

async function trace(trx: Trx, door: Door, matter: LockedMatter, mapping: LockedMapping, action: string): Promise<void> {
  const { requestId } = door;
  const who =
    'caller' in door ? customerEntry(door.caller, requestId) : { requestId, actorKind: 'link' as const, customerId: matter.customer_id };
  const about = { matterId: matter.id, ownerOrg: matter.owner_org, subjects: [mapping.id] };
  await record(trx, { ...who, action, purpose: 'own-matter', ...about });
  await eventRow({ matterId: matter.id, event: 'mapping.changed', facts: { ownerOrg: matter.owner_org, mappingId: mapping.id } }).execute(
    trx,
  );
  wakeReadersAfterCommit(trx);
}
