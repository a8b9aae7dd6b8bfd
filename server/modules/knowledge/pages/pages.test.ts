import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident, type Resident } from '../../../testing/resident.ts';
import { aTown } from '../../../testing/town.ts';
import { retire } from '../services/writing/retiring.ts';
import { putServices } from '../services/writing/services.ts';
import { aMovingService, aServiceRecord } from './testing/moving.ts';

/** A Monday, ten in the morning in Finland. */
const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const { kysely: db } = database.db;
const app = await anApp(database, { clock });
const origin = await app.listen();
const town = await aTown(db, clock);
await sql`update service_point set phone = '019 000 1000', street = 'Torikuja 4', postal_code = '99990', city = 'Mallila' where id = ${town.point}::uuid`.execute(
  db,
);
await sql`update unit set point_id = ${town.point}::uuid where id = ${town.units.kelaTier2}::uuid`.execute(db);
await sql`insert into agreement (principal_id, provider_id, tasks, valid_from, valid_until)
  values (${town.organisations.dvv}::uuid, ${town.organisations.city}::uuid, '{inform}', '2026-01-01', '2026-12-31')`.execute(db);
await sql`insert into classification (scheme, code, uri, parent_code, names)
  select 'life-event', code, 'http://codes.example/' || code, parent, jsonb_build_object('fi', code, 'sv', code, 'en', code)
  from (values ('KE4', null), ('KE4.2', 'KE4')) as x(code, parent) on conflict do nothing`.execute(db);
const moving = await aMovingService(db, town.point);
app.polku.desk.directory.forget();
await app.polku.search.caughtUp();

const reader = (language: string): Resident => {
  const resident = aResident(origin);
  resident.browser.setCookie('polku-lang', language);
  return resident;
};
const headings = (text: string) => [...text.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
const order = (text: string, ...parts: string[]) => parts.map((part) => text.indexOf(part));

function expectWhole(text: string): void {
  expect(text.match(/<h1[ >]/g)).toHaveLength(1);
  const levels = headings(text);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
}

test('the front page asks first, by a form that posts; life events and all points are one link away', async () => {
  const { text, headers } = await reader('fi').open('/');
  expectWhole(text);
  expect(text).toMatch(/<h1><label for="words">Kerro omin sanoin, mitä asiasi koskee<\/label><\/h1>/);
  expect(text).toContain('<form class="ask narrow" role="search" method="post" action="/search">');
  expect(text).toContain('href="/life-events/KE4"><b>Muutan</b>');
  for (const href of ['/life-events', '/places', `/places/${town.point}`]) expect(text).toContain(`href="${href}"`);
  expect(headers.get('cache-control')).toBe('private, no-cache');
});

test('a service: plain words, then ways with the web first and never alone, then details', async () => {
  const { status, text } = await reader('fi').open(`/services/${moving.service}`);
  expect(status).toBe(200);
  expectWhole(text);
  const ways = order(
    text,
    'Kerro uusi osoitteesi',
    'Verkossa',
    'Puhelimessa',
    'Palvelupisteessä',
    'Paperilla',
    'Kysy meiltä',
    'Lisätietoa',
  );
  expect(ways).toEqual(ways.toSorted((a, b) => a - b));
  expect(ways[0]).toBeGreaterThan(0);
  expect(text).toContain('Palvelu on maksuton.');
  expect(text).toContain('Viimeistään viikon kuluttua muutosta.');
  expect(text).toContain('<a class="button" href="https://muutto.example/" rel="external" hreflang="fi">Tee muuttoilmoitus verkossa');
  expect(text).toContain('Auki, sulkeutuu klo\u00a012');
  expect(text).toContain('href="tel:0190007000"');
  expect(text).toContain(`href="/places/${moving.place}"`);
  expect(text).toContain('Palvelusta vastaa Muuttovirasto.');
  expect(text).toMatch(/<ul class="bullets"><li>Tee se ajoissa\.<\/li><li>Ilmoita kaikki muuttajat\.<\/li><\/ul>/);
  expect(text).toContain('href="https://laki.example/201-1994"');
  expect(text).toContain('href="/life-events/KE4"');
});

test('what is told only in another language is marked so, and plain Finnish is read where there is some', async () => {
  const swedish = (await reader('sv').open(`/services/${moving.service}`)).text;
  expect(swedish).toContain('<html lang="sv">');
  expect(swedish).toContain('<h1>Flyttanmälan</h1>');
  expect(swedish).toContain('Den här texten finns bara på finska.');
  expect(swedish).toMatch(/<div class="prose" lang="fi"><p>Ilmoitus kulkee väestötietoihin/);
  expect(swedish).toContain('https://muutto.example/sv');
  const english = (await reader('en').open(`/services/${moving.service}`)).text;
  expect(english).toContain('<h1><span lang="fi">Muuttoilmoitus</span></h1>');
  expect(english).toContain('Moving Agency is responsible for the service.');
  const plain = (await reader('fi-x-plain').open(`/services/${moving.service}`)).text;
  expect(plain).toContain('<html lang="fi-x-plain">');
  expect(plain).toContain('Muutatko? Kerro uusi osoitteesi.');
  expect(plain).not.toContain('<span lang="fi">');
});

const factsOf = (text: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null');

test('machines are told the same as people (schema.org)', async () => {
  const service = factsOf((await reader('fi').open(`/services/${moving.service}`)).text);
  expect(service).toMatchObject({
    '@type': 'GovernmentService',
    url: `https://polku.example/services/${moving.service}`,
    name: 'Muuttoilmoitus',
    provider: { '@type': 'GovernmentOrganization', name: 'Muuttovirasto' },
    areaServed: { '@type': 'Country', name: 'FI' },
    isAccessibleForFree: true,
  });
  expect(service.availableChannel).toHaveLength(4);
  const place = factsOf((await reader('fi').open(`/places/${moving.place}`)).text);
  expect(place).toMatchObject({
    '@type': 'GovernmentOffice',
    address: { streetAddress: 'Torikuja 4', addressLocality: 'Mallila' },
    geo: { latitude: 61.5, longitude: 25.25 },
  });
  expect(place.openingHoursSpecification[0]).toMatchObject({ dayOfWeek: 'Monday', opens: '08:00', closes: '16:00' });
});

test('words that would end the block of facts stay words', async () => {
  const hostile = '</script><script>alert(1)</script><!--<b>&';
  const record = aServiceRecord({ texts: { fi: { name: hostile, summary: hostile } } });
  await inTransaction(db, (trx) => putServices(trx, [record], 'own'));
  const { text } = await reader('fi').open(`/services/${record.id}`);
  expect(text).not.toContain('<script>alert');
  expect(factsOf(text).name).toBe(hostile);
});

test('a place: open now, the coming days with what differs, the way in, and who is there when', async () => {
  const { text } = await reader('fi').open(`/places/${moving.place}`);
  expectWhole(text);
  expect(text).toContain('Auki, sulkeutuu klo\u00a016');
  expect(text).toContain('ma\u00a023.11. (tänään)');
  expect(text).toContain('<dt>la\u00a028.11.</dt><dd>suljettu</dd>');
  expect(text).toMatch(/to\u00a024\.12\. \(jouluaatto\): suljettu/);
  expect(text).toContain('Ovi avautuu itsestään.');
  expect(text).toContain(`https://opas.matka.fi/reitti/-/${encodeURIComponent('Torikuja 4, 99990 Mallila::61.5,25.25')}?locale=fi`);
  expect(text).toMatch(/<dt>kela-\w+<\/dt><dd>ma\u2060–\u2060pe klo.8\u2060–\u206016<\/dd>/);
  expect(text).toMatch(/auttavat täällä myös näiden asioissa: dvv-\w+\./);
  expect(text).toContain(`href="/services/${moving.service}"`);
  expect((await reader('fi').open(`/places/${town.point}`)).text, 'a point of ours is the same place').toContain('Muuttovirasto, Mallila');
});

test('a search says why something was found, and links to the service itself', async () => {
  const resident = reader('fi');
  await resident.open('/');
  const { status, path, text, headers } = await resident.send('/search', { words: 'muuttoilmoitus' });
  expect([status, path]).toEqual([200, '/search']);
  expectWhole(text);
  expect(text).toContain(`href="/services/${moving.service}"`);
  expect(text).toMatch(/Löytyi sanoilla: <span>muuttoilmoitus/);
  expect(text).toContain('Palvelusta vastaa <span>Muuttovirasto</span>');
  expect(text).toContain('value="muuttoilmoitus"');
  expect(text).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(app.lines.join('\n')).not.toContain('muuttoilmoitus');
});

test('where nothing fits it says so, with other words, a telephone, a form and a door', async () => {
  const resident = reader('en');
  await resident.open('/search');
  const { text } = await resident.send('/search', { words: 'xqzzv wkkjq' });
  expect(text).toContain('<h1 id="found" tabindex="-1">We found no service that fits</h1>');
  for (const href of ['/contact', 'tel:0190001000', '/places']) expect(text).toContain(`href="${href}"`);
  const empty = await resident.send('/search', { words: '  ' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('First write what your matter is about.');
});

test('another site cannot make a browser search', async () => {
  const resident = reader('fi');
  await resident.open('/');
  expect((await resident.post('/search', { words: 'x' })).status).toBe(403);
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await resident.post('/search', { ...resident.hidden('/search'), words: 'x' }, [], foreign)).status).toBe(403);
});

test('a life event lists its services and narrower situations', async () => {
  const { text } = await reader('fi').open('/life-events/KE4');
  expectWhole(text);
  expect(text).toContain('<h1>Muutan</h1>');
  expect(text).toContain(`href="/services/${moving.service}"`);
  expect(text).toContain('href="/life-events/KE4.2"');
  const all = (await reader('sv').open('/life-events')).text;
  expect(all).toContain('Jag flyttar');
  expect(all).not.toContain('/life-events/KE4.2"');
  expect((await reader('fi').open('/life-events/nothing')).status).toBe(404);
});

test('an e-service found by its name leads on', async () => {
  const { text } = await reader('fi').open(`/channels/${moving.web}`);
  expectWhole(text);
  expect(text).toContain('https://muutto.example/');
  expect(text).toContain(`href="/services/${moving.service}"`);
});

test('what has not changed is not sent again', async () => {
  const { browser } = reader('fi');
  for (const path of [
    `/services/${moving.service}`,
    `/places/${moving.place}`,
    '/places',
    '/life-events',
    '/life-events/KE4',
    `/channels/${moving.form}`,
  ]) {
    const first = await browser.send(path);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await browser.send(path, { headers: { 'if-none-match': first.headers.get('etag') as string } });
    expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
  }
  browser.setCookie('polku-lang', 'sv');
  const fresh = await browser.send('/places', { headers: { 'if-none-match': '"x", W/"y"' } });
  expect(fresh.status).toBe(200);
});

test('a withdrawn service says so and names what there is instead', async () => {
  const texts = { fi: { name: 'Pysäköintitunnus', summary: 'Tunnus asukkaalle.' } };
  const [old, current] = [aServiceRecord({ texts }), aServiceRecord({ texts })];
  await inTransaction(db, async (trx) => {
    await putServices(trx, [old, current], 'own');
    await retire(trx, 'service', [old.id], 'own', clock.now());
  });
  const { status, text } = await reader('fi').open(`/services/${old.id}`);
  expect(status).toBe(404);
  expect(text).toContain('Tätä palvelua ei enää ole');
  expect(text).toContain(`href="/services/${current.id}"`);
  expect((await reader('fi').open('/services/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  expect((await reader('fi').open('/services/x')).status).toBe(404);
});

test('all points stand on one page, those of others by municipality', async () => {
  const { text } = await reader('fi').open('/places');
  expectWhole(text);
  expect(text).toContain(`href="/places/${town.point}"`);
  expect((await reader('fi').open('/places?city=Nowhere')).status).toBe(404);
});
