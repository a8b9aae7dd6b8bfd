import type { Kysely } from 'kysely';
import type { Tables } from '../../../platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { record } from '../../audit/service.ts';
import { customerEntry, setActingFor } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import {
  businessIdIn,
  customerOfIdentity,
  type Identifying,
  type Identity,
  identityCodeIn,
  identityInClear,
} from '../identifying/service.ts';
import { endMandate, insertMandate } from './queries.ts';
import { rightsOf } from './rules.ts';
import type { MandateKind, MandateRegister, Principal } from './types.ts';

export type MandateDeps = Identifying & {
  db: Kysely<Tables>;
  mandates: MandateRegister | undefined;
  learn(customerId: string): Promise<void>;
};

/** A mandate is asked for anew each time one signs in. */
const HOURS = 2;

export type Choosing = { sessionId: string; location: URL };

/**
 * Sends the customer to choose whom they act for.
 * @throws NotFound where there is no register; Conflict `mandate-needs-code` for who has no identity code; Unavailable
 */
export async function beginChoosing(
  deps: MandateDeps,
  caller: CustomerCaller,
  kind: MandateKind,
  way: { back: string; state: string; language: string; requestId: string },
): Promise<Choosing> {
  if (!deps.mandates) throw new NotFound();
  const code = await identityInClear(deps.db, deps, caller.customerId, 'identity-code');
  if (!code) throw new Conflict('mandate-needs-code');
  const { sessionId, userId } = await deps.mandates.open(kind, code, way.requestId);
  return { sessionId, location: deps.mandates.choosing(userId, way.back, way.state, way.language) };
}

export type Chosen = { kind: MandateKind; sessionId: string; code: string; back: string; requestId: string };

/** Has the session act for whom the register says was chosen; false when that was nobody, oneself, more than one, or in roles that open nothing. */
export async function finishChoosing(deps: MandateDeps, caller: CustomerCaller, chosen: Chosen): Promise<boolean> {
  if (!deps.mandates) throw new NotFound();
  const { kind, requestId } = chosen;
  const [principal, ...more] = await deps.mandates.chosen(kind, chosen.sessionId, chosen.code, chosen.back, requestId);
  const identity = principal && identityOf(deps, kind, principal);
  if (!principal || !identity || more.length > 0 || rightsOf(kind, principal.roles).length === 0) return false;
  const taken = await inTransaction(deps.db, async (trx) => {
    const principalId = await customerOfIdentity(trx, deps, identity, namesOf(kind, principal));
    if (principalId === caller.customerId) return undefined;
    await endPresent(trx, deps, caller);
    const until = deps.clock.now().add({ hours: HOURS });
    const mandateId = await insertMandate(trx, { customerId: caller.customerId, principalId, kind, roles: principal.roles, until });
    await setActingFor(trx, caller.sessionId, { customerId: principalId, mandateId });
    const acting = { ...caller, actingFor: { customerId: principalId, name: principal.name, mandateId, kind, roles: principal.roles } };
    await record(trx, { ...customerEntry(acting, requestId), action: 'mandate.taken', purpose: 'own-matter', subjects: [mandateId] });
    return principalId;
  });
  if (taken) await deps.learn(taken);
  return taken !== undefined;
}

/** Back to one's own matters: of the other nothing is seen any more. */
export async function stopActing(deps: MandateDeps, caller: CustomerCaller, requestId: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    await endPresent(trx, deps, caller);
    await setActingFor(trx, caller.sessionId, null);
    await record(trx, { ...customerEntry(caller, requestId), action: 'mandate.left', purpose: 'own-matter' });
  });
}

async function endPresent(trx: Trx, { clock }: MandateDeps, { actingFor }: CustomerCaller): Promise<void> {
  if (actingFor) await endMandate(trx, actingFor.mandateId, clock.now());
}

function identityOf(deps: MandateDeps, kind: MandateKind, { identifier }: Principal): Identity | undefined {
  return kind === 'person' ? identityCodeIn(deps, identifier) : businessIdIn(identifier);
}

/** The register writes a person's family name first. */
function namesOf(kind: MandateKind, { name }: Principal) {
  const learned = 'mandate' as const;
  if (kind === 'company') return { kind, givenName: '', familyName: name.slice(0, 200), learned };
  const [familyName = '', ...given] = name.trim().split(/\s+/);
  return { kind, givenName: given.join(' ').slice(0, 200), familyName: familyName.slice(0, 200), learned };
}
