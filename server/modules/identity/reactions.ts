import { deleteOldCustomerSessions } from './customers/queries.ts';
import { deleteOldSessions } from './sessions/queries.ts';
import type { IdentityDeps } from './settings.ts';
import { deleteOldAttempts } from './sign-in/queries.ts';

/** Days a session's row outlives the session: long enough to look into a misuse, no longer. */
const KEEP_SESSIONS = 30;

/** Nightly: forgets sign-ins that were never finished and sessions long over. */
export async function forgetOldSessions({ db, clock }: Pick<IdentityDeps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await deleteOldAttempts(db, now.subtract({ hours: 1 }));
  const before = now.subtract({ hours: 24 * KEEP_SESSIONS });
  await deleteOldSessions(db, before);
  await deleteOldCustomerSessions(db, before);
}
