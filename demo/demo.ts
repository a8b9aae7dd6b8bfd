import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { OidcSettings } from '../server/modules/identity/service.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import type { Tables } from '../server/platform/db/tables.ts';
import { demoProvider, mountDemoProvider } from './oidc.ts';
import { demoRoutes } from './routes.ts';
import { seedMatters } from './seed/matters.ts';
import { seedPeople } from './seed/seed.ts';

/** Where the demo's people work. */
const HOME = '/desk/';

/** Opens the demo: its municipality with some living days when the database is empty, and an identity provider where anyone may be anyone of the demo's people. */
export async function openDemo(app: FastifyInstance, db: Kysely<Tables>, publicUrl: string): Promise<OidcSettings> {
  await seedPeople(db);
  await seedMatters(db, systemClock.now());
  const provider = demoProvider(db, publicUrl);
  demoRoutes(app, { db, provider, home: HOME });
  mountDemoProvider(app, provider);
  return provider.settings;
}
