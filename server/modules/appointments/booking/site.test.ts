import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown } from '../../../testing/town.ts';

const service = await anApp(await testDatabase());
const { db } = service.polku.desk;

test('the script of docs/booking-api.md does what it says, as it stands', async () => {
  const town = await aTown(db, systemClock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  await aResource(db, town, { skills: [await aBookable(db, town, { most: 3 })] });

  const script = fileURLToPath(new URL('../../../../docs/booking-site.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, await service.listen()]);
  const told = stdout.trim().split('\n');
  expect(told[0]).toContain('Advice, 30 minutes');
  expect(told.slice(-4)).toEqual([
    expect.stringMatching(/^confirmed, code \w{6}, page/),
    expect.stringMatching(/^moved to/),
    'cancelled',
    'in line, told by email',
  ]);
  const { rows } = await sql`select needs from appointment where state = 'cancelled'`.execute(db);
  expect(rows).toEqual([{ needs: ['wheelchair'] }]);
});
