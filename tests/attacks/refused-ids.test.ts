import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPlainMatter, aWorld, once } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const world = await aWorld(service);

test('a refusal’s row names also what was tried in the body, and none of its words', async () => {
  const nelli = await service.signIn(world.town.nelli);
  const mine = await aPlainMatter(nelli);
  const tries: [string, unknown, string[]][] = [
    ['/api/matters', { customerId: world.customer, contact: { channel: 'phone' }, title: 'zqxwords' }, [world.customer]],
    [`/api/matters/${mine}/merges`, { otherId: world.matter }, [mine, world.matter]],
    [`/api/matters/${mine}/splits`, { needIds: [world.needs.shared], title: 'zqxwords' }, [mine, world.needs.shared]],
  ];
  for (const [url, body, subjects] of tries) {
    expect((await nelli.call('POST', url, body, once())).status).toBe(404);
    const { rows } = await sql<{ row: { subjects: string[] } }>`select to_jsonb(a) as row from audit_entry a
      where outcome = 'refused' order by at desc, id desc limit 1`.execute(service.polku.desk.db);
    expect(rows[0]?.row.subjects).toEqual(subjects);
    expect(JSON.stringify(rows)).not.toContain('zqx');
  }
});
