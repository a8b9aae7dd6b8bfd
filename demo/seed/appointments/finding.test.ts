import { expect, test } from 'vitest';
import { fixedClock } from '../../../server/platform/clock/clock.ts';
import { generateKeyring, readKeyring } from '../../../server/platform/keys/keyring.ts';
import { anApp } from '../../../server/testing/app.ts';
import { testDatabase } from '../../../server/testing/database.ts';
import { formBrowser } from '../../../server/testing/form-browser.ts';
import { seedDirectory } from '../knowledge/seed.ts';
import { seedPeople } from '../seed.ts';
import { seedVisits } from '../visits/seed.ts';
import { seedAppointments } from './seed.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const keys = readKeyring(generateKeyring());
await seedPeople(db);
await seedDirectory(db);
await seedVisits(db, clock.now(), keys);
await seedAppointments(db, clock.now(), keys);
const service = await anApp(database, { clock });
await service.polku.search.caughtUp();

async function found(words: string, language = 'fi'): Promise<string[]> {
  const phone = formBrowser(service.app, new Map([['polku-lang', language]]));
  await phone.get('/book');
  const { text } = await phone.post('/book', [['words', words]]);
  const list = /aria-labelledby="found".*?<\/section>/s.exec(text)?.[0] ?? '';
  return [...list.matchAll(/<b>([^<]+)<\/b>/g)].map(([, name]) => name as string);
}

test.each([
  ['passi', 'Palveluneuvonta'],
  ['muutto', 'Palveluneuvonta'],
  ['muuttoilmoituksen', 'Palveluneuvonta'],
  ['asumistukea', 'Kelan etuudet'],
  ['toimeentulotuki', 'Kelan etuudet'],
  ['veroneuvota', 'Veroneuvonta'],
  ['digituen', 'Digituki'],
  ['lakimies', 'Oikeusapu etäyhteydellä'],
])('"%s" finds %s', async (words, name) => {
  expect(await found(words)).toContain(name);
});

test('in Swedish and English as well', async () => {
  expect(await found('skatt', 'sv')).toContain('Skatterådgivning');
  expect(await found('housing allowance', 'en')).toContain('Kela benefits');
});

test('what is nearest comes first, and who only helps with it is told to', async () => {
  const names = await found('perukirja');
  expect(names[0]).toBe('Kuolinpesän verotus');
  const phone = formBrowser(service.app);
  await phone.get('/book');
  const { text } = await phone.post('/book', [['words', 'passi']]);
  expect(text).toContain('Neuvoo myös tässä asiassa');
});

test('nothing is found by words that mean nothing here, and the page says what to do', async () => {
  const phone = formBrowser(service.app);
  await phone.get('/book');
  const { text } = await phone.post('/book', [['words', 'xyzzyplugh']]);
  expect(text).toContain('Kokeile toista sanaa');
  expect(text).not.toContain('id="found"');
});

test('a service stands under each of its life situations', async () => {
  const { text } = await formBrowser(service.app).get('/book');
  const under = (name: RegExp) => text.split('<details').find((part) => name.test(part.split('</summary>')[0] as string)) ?? '';
  for (const name of [/Muutto/, /[Kk]uol/]) expect(under(name)).toContain('Palveluneuvonta');
  expect(under(/[Kk]uol/)).toContain('Kuolinpesän verotus');
  expect(under(/Muutto/)).not.toContain('Kuolinpesän verotus');
});
