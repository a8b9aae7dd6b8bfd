import { parseArgs } from 'node:util';
import { addFirstAdministrator } from '../server/modules/people/service.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import { dayOf } from '../server/platform/clock/day.ts';
import { APP_ROLE } from '../server/platform/db/app-role.ts';
import { migrate } from '../server/platform/db/migrate.ts';
import { createDb } from '../server/platform/db/pool.ts';
import { NotFound } from '../server/platform/errors.ts';
import { createLog } from '../server/platform/log/log.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { organisation: text, name: text, email: text, fi: text, sv: text, en: text } });
const { organisation, name, email, fi, sv, en } = values;
const url = process.env.DATABASE_URL;

if (!url) fail('DATABASE_URL is needed: the address that Polku itself is started with.');
if (!organisation || !name || !email?.includes('@'))
  fail('Usage: bin/administrator --organisation KEY --name NAME --email ADDRESS [--fi NAME --sv NAME --en NAME]');

const log = createLog('warn');
await migrate(url, { log });
const db = createDb(url, { log, role: APP_ROLE, max: 1 });
try {
  const organisationName = fi && sv && en ? { fi, sv, en } : undefined;
  await addFirstAdministrator(db.kysely, { organisationKey: organisation, organisationName, name, email, today: dayOf(systemClock.now()) });
  console.log(`${email} is now an administrator of ${organisation}.`);
} catch (error) {
  if (!(error instanceof NotFound)) throw error;
  fail(`There is no organisation by the key ${organisation}. Give --fi, --sv and --en to found it.`);
} finally {
  await db.close();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
