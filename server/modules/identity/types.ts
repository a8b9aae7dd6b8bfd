import type { Access } from '../../platform/http/access.ts';

/** Roles of requirements section 0. What each may do stands in the policies of the modules, nowhere else. */
export const roles = [
  'service-advisor',
  'receptionist',
  'authority-specialist',
  'digital-support-advisor',
  'external-digital-supporter',
  'guard',
  'point-manager',
  'development-team',
  'national-coordinator',
  'data-protection-officer',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

export type Grant = { role: Role; organisationId: string; pointId: string | null };

/** A signed-in member of staff, as every policy sees them: loaded anew for each request, so that a revoked grant ends at once. */
export type Actor = {
  kind: 'staff';
  personId: string;
  sessionId: string;
  name: string;
  language: 'fi' | 'sv' | 'en';
  /** Where the person sits today; decides which agreements hold. */
  pointId: string | null;
  grants: Grant[];
  unitIds: string[];
};

/** Who does it and in which request: what an audit line needs besides the deed. */
export type By = { actor: Actor; requestId: string };

/** Who holds a secret link: an unidentified customer of one matter. */
export type LinkHolder = {
  kind: 'link';
  linkId: string;
  matterId: string;
  /** What the link was made from, a slip; null where the link itself was given to the customer. */
  originId: string | null;
};

/** A customer who has signed in strongly. `actingFor`: whose matters they handle now by a mandate that lives; null for their own. */
export type CustomerCaller = {
  kind: 'customer';
  sessionId: string;
  customerId: string;
  name: string;
  language: string;
  actingFor: { customerId: string; name: string; mandateId: string; kind: 'person' | 'company'; roles: string[] } | null;
};

/** How routes say who may call them. */
export type StaffAccess = {
  staff: Access<Actor>;
  /** Any one of the roles, at whichever organisation: the use case still asks where. */
  staffWith(...roles: Role[]): Access<Actor>;
};
