import type { Role } from '../people/types.ts';

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

/** Who holds a secret link: an unidentified customer of one matter. */
export type LinkHolder = { kind: 'link'; linkId: string; matterId: string };
