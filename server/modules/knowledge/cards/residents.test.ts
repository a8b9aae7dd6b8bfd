import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { aCard } from '../../../testing/cards.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { ours, aService as serviceOf, someProviders } from '../search/testing/directory.ts';
import { entrySources } from '../sources.ts';
import { readCardForResidents } from './residents.ts';
import { cardSource } from './sources.ts';

const {
  db: { kysely: db },
} = await testDatabase();
let town: Town;

beforeAll(async () => {
  town = await aTown(db, fixedClock('2026-11-23T08:00:00Z'));
});

async function aService(): Promise<{ id: string; textId: string }> {
  return inTransaction(db, async (trx) => {
    const text = await trx
      .insertInto('service_text')
      .values({ hash: crypto.randomUUID(), texts: JSON.stringify({ fi: { name: 'Pysäköinti' } }) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const service = await trx.insertInto('service').values({ text_id: text.id, source: 'own' }).returning('id').executeTakeFirstOrThrow();
    return { id: service.id, textId: String(text.id) };
  });
}

const staffOnly = {
  mayAnswer: 'ei asukkaille',
  answers: [{ title: 'Vastaus', body: 'ei asukkaille' }],
  letters: [{ name: 'Kirje', meaning: 'ei asukkaille' }],
};
const content = {
  texts: {
    fi: {
      title: 'Tunnus',
      summary: 'Pysäköi kotikadulle.',
      bring: ['Rekisteriote'],
      price: '20 euroa',
      alsoCalled: ['parkkilupa'],
      ...staffOnly,
    },
    sv: { title: 'Tecken', summary: 'Parkera på din gata.' },
  },
  plain: { summary: 'Saat luvan. Voit pysäköidä.', bring: [], price: '' },
  links: [{ kind: 'e-service', url: 'https://mallila.example/lupa', names: { fi: 'Hae lupaa' } }],
};

describe('what residents read of a card', () => {
  test('is its plain part in their language, and nothing that is for staff', async () => {
    const { id } = await aService();
    expect(await readCardForResidents(db, id, 'fi')).toBeUndefined();
    await aCard(db, town, { serviceId: id, content });
    const read = await readCardForResidents(db, id, 'fi');
    expect(read).toMatchObject({ language: 'fi', isPlain: false, title: 'Tunnus', bring: ['Rekisteriote'], price: '20 euroa' });
    expect(read?.links).toEqual([{ kind: 'e-service', url: 'https://mallila.example/lupa', name: 'Hae lupaa' }]);
    expect(JSON.stringify(read)).not.toContain('ei asukkaille');
    expect(await readCardForResidents(db, id, 'fi-x-plain')).toMatchObject({ isPlain: true, summary: 'Saat luvan. Voit pysäköidä.' });
    expect(await readCardForResidents(db, id, 'sv')).toMatchObject({ language: 'sv', title: 'Tecken' });
    expect(await readCardForResidents(db, id, 'en')).toMatchObject({ language: 'fi' });
  });
});

test('of several cards residents read that of who answers for the service, however new', async () => {
  const [provider] = (await someProviders(db, ['Naapurila'])) as [string];
  await ours(db, provider, town.organisations.neighbour);
  const [serviceId] = (await serviceOf(db, { fi: { name: 'Venepaikka' } }, [provider])) as [string];
  const said = (title: string) => ({ texts: { fi: { title, summary: 'Tiivistelmä.' } } });
  await aCard(db, town, { serviceId, content: said('Toisen kirjoittama') });
  expect(await readCardForResidents(db, serviceId, 'fi')).toMatchObject({ title: 'Toisen kirjoittama' });
  const own = await aCard(db, town, { serviceId, content: said('Oma') });
  await sql`update service_card set owner_org = ${town.organisations.neighbour}::uuid where id = ${own}::uuid`.execute(db);
  expect(await readCardForResidents(db, serviceId, 'fi')).toMatchObject({ title: 'Oma' });
});

describe('what the search finds', () => {
  test('the whole card is for staff; the service is also found by what people call it', async () => {
    const { id, textId } = await aService();
    const cardId = await aCard(db, town, { serviceId: id, content });
    const [entry] = [...((await cardSource.load(db, [cardId])) as Iterable<{ audience: string; words: { fi?: { body?: string } } }>)];
    expect(entry).toMatchObject({ kind: 'card', id: cardId, audience: 'staff' });
    expect(entry?.words.fi?.body).toContain('ei asukkaille');
    const services = entrySources.find(({ kind }) => kind === 'service');
    const found = await Array.fromAsync((await services?.load(db, [textId])) ?? []);
    expect(found).toMatchObject([{ id: textId, audience: 'everyone', words: { fi: { title: 'Pysäköinti', alsoCalled: ['parkkilupa'] } } }]);
    expect(JSON.stringify(found)).not.toContain('ei asukkaille');
  });
});
