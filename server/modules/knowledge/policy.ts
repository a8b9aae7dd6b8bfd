import type { Actor } from '../identity/types.ts';

const writing = ['service-advisor', 'authority-specialist', 'point-manager', 'administrator', 'digital-support-advisor'] as const;
const approving = ['point-manager', 'administrator'] as const;

/** Drafts of what an organisation says are written by those who meet its customers or know its services. */
export const mayWrite = (actor: Actor, organisationId: string): boolean => holds(actor, organisationId, writing);

/** Publishing is answered for by who leads the point or keeps the organisation's details. */
export const mayApprove = (actor: Actor, organisationId: string): boolean => holds(actor, organisationId, approving);

/** Who gives digital support is kept by those who give it here, and by those who answer for the point. */
export const supportKeepers: readonly string[] = ['digital-support-advisor', ...approving];

export const mayKeepSupport = (actor: Actor, organisationId: string): boolean => holds(actor, organisationId, supportKeepers);

export const supportKeptBy = (actor: Actor): string[] => organisations(actor, supportKeepers);

const holds = (actor: Actor, organisationId: string, roles: readonly string[]) =>
  actor.grants.some((grant) => grant.organisationId === organisationId && roles.includes(grant.role));

/** The organisations whose drafts, history and tasks exist for this person. */
export const keptBy = (actor: Actor): string[] => organisations(actor, [...writing, ...approving]);

export const approvedBy = (actor: Actor): string[] => organisations(actor, approving);

/** Roles that keep an organisation's cards, for asking the database who they are. */
export const keepingRoles: readonly string[] = [...new Set([...writing, ...approving])];

const organisations = (actor: Actor, roles: readonly string[]) => [
  ...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId)),
];
