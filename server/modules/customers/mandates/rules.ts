import { Forbidden } from '../../../platform/errors.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import type { MandateKind } from './types.ts';

/**
 * read: the matters, their messages and papers · write: write, say how it ended, take consents back, wishes · data-rights: what the law gives
 * the person themselves of their data (GDPR art. 15-18): the copy, who has looked, requests, contact details.
 */
export const mandateRights = ['read', 'write', 'data-rights'] as const;
export type MandateRight = (typeof mandateRights)[number];

const READ: readonly MandateRight[] = ['read'];
const MANAGE: readonly MandateRight[] = ['read', 'write'];
const ALL: readonly MandateRight[] = mandateRights;

/** The service's own roles, which the rule engine of the register gives for the mandates and relations chosen there. */
const services = { POLKU_READ: READ, POLKU_MANAGE: MANAGE, POLKU_DATA_RIGHTS: ALL };

/** What each role opens; one that is not here opens nothing. A company's are those of its registers (Suomi.fi e-Authorizations). */
const rightsByRole: Record<MandateKind, Record<string, readonly MandateRight[]>> = {
  person: services,
  company: {
    ...services,
    /** Right to sign. */
    NIMKO: ALL,
    /** Managing director. */
    TJ: ALL,
    /** Self-employed. */
    ELI: ALL,
    /** Partner. */
    YHM: ALL,
    /** Liquidator. */
    S: ALL,
    /** Property manager. */
    IS: MANAGE,
    /** Auditor. */
    TIL: READ,
  },
};

/** A person's mandate that is allowed without a role is to see to their matters; what belongs to the person alone stays theirs. */
const withoutRole: Record<MandateKind, readonly MandateRight[]> = { person: MANAGE, company: [] };

export function rightsOf(kind: MandateKind, roles: readonly string[]): readonly MandateRight[] {
  if (roles.length === 0) return withoutRole[kind];
  const opened = roles.flatMap((role) => (Object.hasOwn(rightsByRole[kind], role) ? (rightsByRole[kind][role] ?? []) : []));
  return mandateRights.filter((right) => opened.includes(right));
}

/** For themselves everybody may everything; for another what the roles of the mandate open. */
export function mayAs({ actingFor }: CustomerCaller, right: MandateRight): boolean {
  return !actingFor || rightsOf(actingFor.kind, actingFor.roles).includes(right);
}

/** @throws Forbidden `mandate-too-narrow` */
export function requireRight(caller: CustomerCaller, right: MandateRight): void {
  if (!mayAs(caller, right)) throw new Forbidden('mandate-too-narrow');
}
