import { createHash } from 'node:crypto';
import type pg from 'pg';
import { hashSecret, newSecret } from '../server/platform/keys/keys.ts';
import { withClient, withClients } from './contacts/client.ts';
import { fill } from './contacts/fill.ts';
import { inTurns, round, sender, summary, underLoad } from './contacts/load.ts';
import { type Ids, insertMatter } from './contacts/plain-sql.ts';
import { argument } from './running/argument.ts';
import { openDatabase } from './running/database.ts';
import { startServer, stopServer } from './running/server.ts';

/**
 * `npm run bench:contacts [-- --matters 100000 --seconds 8]`: matters opened per second through the HTTP API against the same rows by plain
 * prepared SQL in the same run, the matter page and search at a city's size. Prints one JSON object.
 */
const matters = Number(argument('--matters') ?? 100_000);
const seconds = Number(argument('--seconds') ?? 8);
const database = await openDatabase();
try {
  const running = await startServer('contacts/server.ts', database);
  try {
    const { ids, cookie } = await signedInAdvisor();
    const send = sender({ origin: running.origin, cookie });
    process.stdout.write(`${JSON.stringify(await measure(ids, send), null, 2)}\n`);
  } finally {
    await stopServer(running);
  }
} finally {
  await database.close();
}

async function measure(ids: Ids, send: ReturnType<typeof sender>) {
  const open = async () => (await send('POST', '/api/matters', newMatter(ids))).status === 201;
  await underLoad(8, 3, open);
  const opening = {
    clients1: await againstPlainSql(1, ids, open),
    clients8: await againstPlainSql(8, ids, open),
    clients32: await againstPlainSql(32, ids, open),
  };
  const reactions = { secondsBehind: await withClient(database.url, untilReacted) };
  await withClient(database.url, (client) => fill(client, ids, matters));
  const page = await timed(400, (n) => send('GET', `/api/matters/${pageId(n)}`));
  const words = [
    'Lahdensuo',
    'muutto',
    'vuokrasopimuksen',
    'asumistuki',
    'asukas1234@posti.example',
    'tapaus 4321',
    'Aino Koskela',
    'hakemuksesta numero 777',
    'lahdensu',
    'passi',
  ];
  const search = await timed(300, (n) => send('POST', '/api/search', { words: words[n % words.length] }));
  const list = await timed(200, () => send('GET', '/api/matters?view=unit'));
  return {
    matters,
    opening,
    reactions,
    matterPage: page,
    search,
    list,
    targets: { ratioAt8: 0.25, openedPerSecondAt8: 400, openP95At8: 40, matterPageP95: 20, searchP95: 50 },
  };
}

/** Matters opened through the HTTP API and the same rows by plain SQL, second by second in turns. */
async function againstPlainSql(clients: number, ids: Ids, open: () => Promise<boolean>) {
  return withClients(database.appUrl, clients, async (connections) => {
    const insert = (index: number) => insertMatter(connections[index] as (typeof connections)[number], ids);
    const [http, plainSql] = await inTurns(
      seconds,
      () => underLoad(clients, 1, open),
      () => underLoad(clients, 1, insert),
    );
    return { http, plainSql, ratio: round(http.perSecond / plainSql.perSecond) };
  });
}

/** Reading is measured apart from writing: what reacts to the matters just opened is done first. @returns seconds it was behind */
async function untilReacted(client: pg.Client): Promise<number> {
  const begun = performance.now();
  const behind = 'select exists (select from event e join event_cursor c on not pg_visible_in_snapshot(e.xid, c.seen)) as behind';
  while ((await client.query<{ behind: boolean }>(behind)).rows[0]?.behind) await new Promise((resolve) => setTimeout(resolve, 250));
  return round((performance.now() - begun) / 1000);
}

async function timed(count: number, once: (n: number) => Promise<{ status: number; text: string }>) {
  const times: number[] = [];
  const begun = performance.now();
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    const { status, text } = await once(n);
    if (status !== 200) throw new Error(`unexpected answer ${status}: ${text.slice(0, 200)}`);
    if (n >= 20) times.push(performance.now() - started);
  }
  return summary([{ times, seconds: (performance.now() - begun) / 1000, failed: 0 }]);
}

/** The id that `fill` gave the nth of some matters spread over all of them; every other is an open one (`fill` opens each 20th), as they are what a desk reads. */
function pageId(n: number): string {
  const spread = n % 2 === 0 ? 20 + 20 * ((n * 97) % (matters / 20)) : 1 + ((n * 97) % matters);
  const hash = createHash('md5').update(`matter${spread}`).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

function newMatter(ids: Ids) {
  return {
    title: 'Muutto ja asumisen kulut',
    customer: { givenName: 'Veikko', familyName: 'Lahdensuo', phone: '050 000 1234' },
    contact: { channel: 'phone', identification: 'claimed', summary: 'Soitti muutosta' },
    needs: [{ organisationId: ids.kela, serviceName: 'Asumistuki', ownWords: 'Vuokra nousi, saanko tukea?' }],
  };
}

/** Aino of the demo, with a session as sign-in makes it. */
async function signedInAdvisor(): Promise<{ ids: Ids; cookie: string }> {
  return withClient(database.url, async (client) => {
    const token = newSecret(256);
    const { rows } = await client.query<Ids>(
      `select p.id as "personId", g.organisation_id as "ownerOrg", u.id as "unitId", (select id from organisation where key = 'kela') as kela
        from person p join person_grant g on g.person_id = p.id and g.role = 'service-advisor' join unit_member m on m.person_id = p.id
        join unit u on u.id = m.unit_id and u.organisation_id = g.organisation_id and u.tier = 1 order by p.name limit 1`,
    );
    const ids = rows[0] as Ids;
    await client.query(`insert into staff_session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '12 hours')`, [
      hashSecret(token),
      ids.personId,
    ]);
    return { ids, cookie: `polku=${token}` };
  });
}
