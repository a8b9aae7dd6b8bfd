import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPlainMatter, aWorld, fine, made } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const world = await aWorld(service);
const { aino } = world.callers;
await sql`update organisation set name = '{"fi": "Kansaneläkelaitos", "sv": "Folkpensionsanstalten", "en": "Social Insurance Institution (Kela)"}',
  short_name = '{"fi": "Kela", "sv": "FPA", "en": "Kela"}' where id = ${world.town.organisations.kela}::uuid`.execute(
  service.polku.desk.db,
);

/** A path in which the customer's and our own steps say whose it is. */
async function aNamingPath(namesAgreed: boolean) {
  const matter = await aPlainMatter(aino);
  const steps = `/api/matters/${matter}/steps`;
  await made(aino, steps, { title: 'Vie palkkatodistus Kelaan', who: 'customer', place: 'Kelan palvelupiste' });
  await made(aino, steps, { title: 'Kysymme FPA:lta ja kansaneläkelaitokselta', who: 'staff' });
  await made(aino, steps, { title: 'Tuo henkilökortti näytille', who: 'customer', place: 'Myllyrinteentie 1' });
  const slip = await made<{ number: string; pin: string }>(aino, `/api/matters/${matter}/slip`, { namesAgreed });
  const { id } = await made(aino, '/api/collectings', { number: slip.number, pin: slip.pin });
  const { url } = await fine<{ url: string }>(aino, 'POST', `/api/matters/${matter}/follow-links`);
  const follower = service.caller(`__Secure-polku-link=${url.split('/').at(-1)}`);
  const given = [
    await aino.call('GET', `/print/collectings/${id}`),
    await aino.call('GET', `/api/collectings/${id}`),
    await follower.call('GET', '/a'),
  ];
  expect(given.map(({ status }) => status)).toEqual([200, 200, 200]);
  return { matter, given: given.map(({ text }) => text) };
}

const named = /kela(?!kortti|rinteen)|fpa|kansaneläke/i;

test('no step names an authority on a paper or a page whose customer has not agreed, whoever is to take it', async () => {
  const { matter, given } = await aNamingPath(false);
  const paper = await aino.call('GET', `/print/matters/${matter}`);
  for (const text of [...given, paper.text]) {
    expect(text).not.toMatch(named);
    expect(text).toContain('Tuo henkilökortti näytille');
    expect(text).toContain('Myllyrinteentie 1');
  }
  expect(given[2]).toContain('Tehtävä, josta kerroimme sinulle');
});

test('agreed, all of it is named', async () => {
  const { matter, given } = await aNamingPath(true);
  const paper = await aino.call('GET', `/print/matters/${matter}?authorities=yes`);
  for (const text of [...given, paper.text]) expect(text).toContain('Vie palkkatodistus Kelaan');
});
