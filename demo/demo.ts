import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { MandateSettings } from '../server/modules/customers/mandates/suomifi.ts';
import type { Register } from '../server/modules/customers/register/types.ts';
import type { CustomerOidcSettings, OidcSettings } from '../server/modules/identity/service.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import type { BrokerWay } from '../server/platform/config/broker.ts';
import type { Tables } from '../server/platform/db/tables.ts';
import type { Keyring } from '../server/platform/keys/keyring.ts';
import { BROKER_LEVELS, demoBroker } from './broker/provider.ts';
import { brokerRoutes } from './broker/routes.ts';
import { demoMandates } from './mandates/routes.ts';
import { demoProvider, mountDemoProvider } from './oidc.ts';
import { demoRegister } from './register.ts';
import { demoRoutes } from './routes.ts';
import { seedAppointments } from './seed/appointments/seed.ts';
import { seedDataRequests } from './seed/data-requests.ts';
import { seedDocuments } from './seed/documents.ts';
import { seedIdentities } from './seed/identities.ts';
import { seedKnowledge } from './seed/knowledge/knowledge.ts';
import { seedMatters } from './seed/matters.ts';
import { seedNotices } from './seed/notices.ts';
import { seedPeople } from './seed/seed.ts';
import { seedSlip } from './seed/slip.ts';
import { seedVisits } from './seed/visits/seed.ts';

/** Where the demo's people work. */
const HOME = '/desk/';

export type DemoSignIn = { oidc: OidcSettings; customerOidc: CustomerOidcSettings; mandates: MandateSettings; register: Register };

/**
 * Opens the demo: its municipality with some living days when the database is empty, an identity provider where anyone may be anyone
 * of the demo's people, and a broker that identifies its customers.
 */
export async function openDemo(
  app: FastifyInstance,
  db: Kysely<Tables>,
  { publicUrl, brokerWay }: { publicUrl: string; brokerWay: BrokerWay },
  keys: Keyring,
): Promise<DemoSignIn> {
  await seedPeople(db);
  await seedKnowledge(db, systemClock.now());
  await seedVisits(db, systemClock.now(), keys);
  await seedAppointments(db, systemClock.now(), keys);
  if (await seedMatters(db, systemClock.now())) {
    await seedDocuments(db, systemClock.now());
    await seedDataRequests(db, systemClock.now());
    await seedNotices(db, systemClock.now());
    await seedSlip(db, keys, systemClock.now());
    await seedIdentities(db, { clock: systemClock, keys, testIdentities: true });
  }
  const [provider, broker] = [demoProvider(db, publicUrl), demoBroker(publicUrl, brokerWay)];
  demoRoutes(app, { db, provider, home: HOME });
  brokerRoutes(app, broker);
  mountDemoProvider(app, provider);
  mountDemoProvider(app, broker);
  const customerOidc = { ...broker.settings, acr: BROKER_LEVELS };
  return { oidc: provider.settings, customerOidc, mandates: demoMandates(app, publicUrl), register: demoRegister };
}
