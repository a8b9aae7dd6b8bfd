import { type RawBuilder, sql } from 'kysely';
import { mayAs } from '../customers/service.ts';
import { handledCustomer } from '../identity/service.ts';
import type { Actor, CustomerCaller } from '../identity/types.ts';
import type { Role } from '../people/types.ts';

/** Roles that do for an authority what an agreement lets their organisation do (223/2007, 6 §). */
const rolesThatAssist: Role[] = ['service-advisor', 'receptionist', 'point-manager'];
/**
 * Roles that keep their organisation's matters: they see the rows it owns. The organisation's own digital support advisor serves
 * residents too, without tasks of an authority; an external supporter sees nobody's matters.
 */
export const rolesThatKeep: Role[] = [...rolesThatAssist, 'digital-support-advisor'];
/** Roles that see what has been shared with their organisation, and nothing else. */
export const askedRoles: Role[] = [...rolesThatKeep, 'authority-specialist'];

/**
 * What a person may see, in two sets of organisations. Sight is per row, not per matter: a row is seen by a keeper of the
 * organisation that owns it, and by those with whom its need is shared while the share lives.
 */
export type Sight<Organisations = string[]> = { own: Organisations; shared: Organisations };

export function sightOf(actor: Actor): Sight {
  return {
    own: organisations(actor, rolesThatKeep),
    shared: organisations(actor, askedRoles),
  };
}

/** Predicate over a row of `matter` under the alias `m`. */
export function visibleMatter(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(m.owner_org = any(${sight.own}::uuid[]) or exists (
    select 1 from share s where s.matter_id = m.id and ${liveShareWith(sight)}))`;
}

/** Predicate over a row of `need` under the alias `n`. */
export function visibleNeed(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(n.owner_org = any(${sight.own}::uuid[]) or exists (
    select 1 from share s where s.need_id = n.id and ${liveShareWith(sight)}))`;
}

/** Predicate over any row with `owner_org` and a nullable `need_id` (message, step, contact, happening) under the alias `r`. */
export function visibleRow(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(r.owner_org = any(${sight.own}::uuid[]) or (r.need_id is not null and exists (
    select 1 from share s where s.need_id = r.need_id and ${liveShareWith(sight)})))`;
}

/**
 * Predicate over `support_request` under the alias `q`: the asker's side sees the whole chain of its question; the asked
 * organisation sees what was asked of it and what it asked further, while the need is shared with that very organisation.
 */
export function visibleRequest(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(q.owner_org = any(${sight.own}::uuid[]) or exists (
    select 1 from share s left join support_request up on up.id = q.parent_id
    where s.need_id = q.need_id and s.organisation_id in (q.to_org, up.to_org) and ${liveShareWith(sight)}))`;
}

/** A keeper of the matter's organisation writes in it; the asked organisations answer through support requests. */
export function mayKeep(actor: Actor, ownerOrg: string): boolean {
  return organisations(actor, rolesThatKeep).includes(ownerOrg);
}

/** The organisation on whose behalf a person opens matters here: the one of their unit's grants. */
export function keeperOrganisations(actor: Actor): string[] {
  return organisations(actor, rolesThatKeep);
}

/** As whose people somebody may work for `principalId`: its own keepers, and by agreement those of others who assist authorities. */
export function providersFor(actor: Actor, principalId: string): string[] {
  const assisting = organisations(actor, rolesThatAssist);
  return keeperOrganisations(actor).filter((id) => id === principalId || assisting.includes(id));
}

/**
 * Predicate over a row of `matter` under the alias `m`, for a customer who has signed in strongly: their own matters, or those of the one
 * they act for. The mandate is asked again with the row, so that one that ends between two statements opens nothing. A matter that went on
 * in another is only a signpost.
 */
export function visibleToCustomer(caller: CustomerCaller): RawBuilder<boolean> {
  const own = sql<boolean>`(m.customer_id = ${handledCustomer(caller)}::uuid and m.state <> 'merged')`;
  const { actingFor, customerId } = caller;
  if (!actingFor) return own;
  if (!mayAs(caller, 'read')) return sql<boolean>`false`;
  return sql<boolean>`(${own} and exists (select 1 from mandate d where d.id = ${actingFor.mandateId}::uuid and d.customer_id = ${customerId}::uuid
    and d.principal_id = m.customer_id and d.ended_at is null))`;
}

export function liveShareWith(sight: Sight<unknown>): RawBuilder<boolean> {
  return sql<boolean>`s.organisation_id = any(${sight.shared}::uuid[]) and s.revoked_at is null and (s.until is null or s.until > now())`;
}

function organisations(actor: Actor, roles: Role[]): string[] {
  return [...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId))];
}
