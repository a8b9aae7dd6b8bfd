import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aPerson, aTown } from '../../../../testing/town.ts';
import type { SearchAnswer } from '../schema.ts';
import { aService } from '../testing/directory.ts';
import { defaultSynonyms } from './defaults.ts';
import { SynonymChange, type SynonymView } from './schema.ts';

const database = await testDatabase();
const [here, there] = [await anApp(database), await anApp(database)];
const { db } = here.polku.desk;
const town = await aTown(db, here.polku.desk.clock);
const admin = await here.signIn(town.admin);
const of = (role: 'administrator' | 'development-team', organisationId: string) =>
  aPerson(db, { name: role, role, organisationId, units: [] });
const developer = await here.signIn(await of('development-team', town.organisations.city));
const neighbour = await here.signIn(await of('administrator', town.organisations.neighbour));

for (const name of ['Kirjaston aukiolo', 'Jätepiste', 'Venepaikka', 'Katuvalaistus', 'Nuorisotila', 'Liikuntasali'])
  await aService(db, { fi: { name } });
await Promise.all([here.polku.search.caughtUp(), there.polku.search.caughtUp()]);

const url = '/api/admin/search/synonyms';
const found = async (words: string, caller: Caller = here.caller()) =>
  (await caller.call<SearchAnswer>('POST', '/api/public/knowledge/search', { words, typing: true })).body.hits.map(({ title }) => title);
const list = async (caller: Caller = admin) => (await caller.call<{ synonyms: SynonymView[] }>('GET', url)).body.synonyms;
const add = (caller: Caller, word: string, meanings: string[], more: object = {}) =>
  caller.call<SynonymView>('POST', url, { language: 'fi', word, meanings, ...more });
const change = (caller: Caller, id: string, change: object) => caller.call<SynonymView>('PUT', `${url}/${id}`, change);

test('a word that is added works at once here, and on every other node as its event comes', async () => {
  expect(await found('notsku')).toEqual([]);
  const { status, body } = await add(developer, ' Notsku ', ['Nuorisotila'], { mends: 'notsku' });
  expect([status, body]).toMatchObject([201, { word: 'notsku', meanings: ['nuorisotila'], origin: 'own', active: true, mine: true }]);
  expect(await found('notsku')).toEqual(['Nuorisotila']);
  await there.polku.search.caughtUp();
  expect(await found('notsku', there.caller())).toEqual(['Nuorisotila']);
  expect(await found('nuorisotila')).toEqual(['Nuorisotila']);
  const { rows } = await sql`select action, owner_org as owner from audit_entry where subjects = array[${body.id}::uuid]`.execute(db);
  expect(rows).toEqual([{ action: 'synonym.add', owner: town.organisations.city }]);
});

test('one word is explained once', async () => {
  expect((await add(admin, 'NOTSKU', ['jätepiste'])).body).toMatchObject({ status: 409, code: 'synonym-exists' });
  const [known] = defaultSynonyms;
  expect((await add(admin, known?.word ?? '', ['jätepiste'], { language: known?.language })).status).toBe(409);
});

test('a word is switched off and on again, and its meanings are changed', async () => {
  const id = (await list()).find(({ word }) => word === 'notsku')?.id as string;
  const off = { meanings: ['nuorisotila'], both: false, active: false };
  expect((await change(admin, id, off)).body).toMatchObject({ active: false, origin: 'own' });
  expect(await found('notsku')).toEqual([]);
  await change(admin, id, { meanings: ['liikuntasali'], both: true, active: true });
  expect(await found('notsku')).toEqual(['Liikuntasali']);
});

test('a default shows as such, is switched off for all, and comes back', async () => {
  const known = defaultSynonyms.find(({ language, word }) => language === 'fi' && word === 'muskari') as (typeof defaultSynonyms)[number];
  const meaning = known.meanings.find((one) => !one.includes(' ')) ?? (known.meanings[0] as string);
  await aService(db, { fi: { name: meaning } });
  await here.polku.search.caughtUp();
  const shown = async () => (await list()).find(({ id }) => id === known.id);
  expect(await shown()).toMatchObject({ origin: 'default', active: true, organisationId: null, word: known.word, mine: true });
  expect(await found(known.word)).toContain(meaning);
  const value = { meanings: [...known.meanings], both: false };
  await change(admin, known.id, { ...value, active: false });
  expect(await shown()).toMatchObject({ origin: 'changed', active: false });
  expect(await found(known.word)).not.toContain(meaning);
  await there.polku.search.caughtUp();
  expect(await found(known.word, there.caller())).not.toContain(meaning);
  await change(admin, known.id, { ...value, active: true });
  expect(await found(known.word)).toContain(meaning);
});

test('each organisation changes its own words, the region’s keepers all, nobody else any', async () => {
  const id = (await list()).find(({ word }) => word === 'notsku')?.id as string;
  const value = { meanings: ['jätepiste'], both: false, active: true };
  expect((await change(neighbour, id, value)).status).toBe(403);
  expect((await change(neighbour, defaultSynonyms[0]?.id as string, value)).status).toBe(403);
  expect((await list(neighbour)).find((one) => one.id === id)?.mine).toBe(false);
  const own = (await add(neighbour, 'rojukoppi', ['jätepiste'])).body;
  expect(own.organisationId).toBe(town.organisations.neighbour);
  expect((await change(developer, own.id, value)).status).toBe(403);
  expect((await change(admin, own.id, { ...value, meanings: ['katuvalaistus'] })).body).toMatchObject({
    meanings: ['katuvalaistus'],
    organisationId: town.organisations.neighbour,
  });
  expect((await change(admin, '0199c0de-0000-7000-8000-00000000dead', value)).status).toBe(404);
  const aino = await here.signIn(town.aino);
  expect([(await aino.call('GET', url)).status, (await add(aino, 'x y', ['jätepiste'])).status]).toEqual([403, 403]);
  expect((await here.caller().call('GET', url)).status).toBe(401);
});

test('every default can be saved as it stands', () => {
  const wrong = defaultSynonyms.filter(({ meanings, both }) => !SynonymChange.safeParse({ meanings, both, active: true }).success);
  expect([defaultSynonyms.length > 100, wrong]).toEqual([true, []]);
});

test.each([
  [{ word: 'a' }],
  [{ word: '050 000 1234' }],
  [{ word: 'x@y.example' }],
  [{ word: 'x'.repeat(61) }],
  [{ meanings: [] }],
  [{ meanings: [''] }],
  [{ meanings: Array(41).fill('sana') }],
  [{ language: 'de' }],
])('no word is taken of %j', async (wrong) => {
  const right = { language: 'fi', word: 'oikea', meanings: ['sana'] };
  expect((await admin.call('POST', url, { ...right, ...wrong })).status).toBe(422);
});
