import type { Kysely } from 'kysely';
import type { Tables } from '../../../server/platform/db/tables.ts';
import { seedBulletins } from './bulletins/seed.ts';
import { seedCards } from './cards/seed.ts';
import { seedGuides } from './guides/seed.ts';
import { seedPackages } from './packages/seed.ts';
import { seedDirectory } from './seed.ts';
import { seedSpecialists } from './specialists/seed.ts';
import { seedSupportActors } from './support/seed.ts';

/** What the demo region knows: its service directory, what tier 1 may answer, and what to do in which life situation. Each part is written where it is missing. */
export async function seedKnowledge(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await seedDirectory(db);
  await seedCards(db, now);
  await seedPackages(db);
  await seedBulletins(db, now);
  await seedGuides(db, now);
  await seedSpecialists(db, now);
  await seedSupportActors(db, now);
}
