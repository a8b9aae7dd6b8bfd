import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { aCard } from '../../../../testing/cards.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../../testing/town.ts';
import { seedDefaults } from '../../../directory/service.ts';
import { WrapUp } from '../schema.ts';
import { wrapUp, wrapUpForm } from '../wrapping/service.ts';
import { takeBackWrapUp } from '../wrapping/undoing.ts';
import { rememberCard } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
let town: Town;
let cardId: string;

beforeAll(async () => {
  await inTransaction(db, seedDefaults);
  town = await aTown(db, clock);
  const texts = { fi: { title: 'Asumistuki', summary: 'Apua vuokraan.' }, sv: { title: 'Bostadsbidrag', summary: 'Hjälp med hyran.' } };
  cardId = await aCard(db, town, { content: { adviceLevel: 'guide', texts } });
});

const needOf = (id: string) => db.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const put = (contactId: string, parts: Record<string, unknown>) => wrapUp(town.desk, town.aino, contactId, WrapUp.parse(parts));

async function served(needs: object[] = [{ ownWords: 'Vuokra on liian kallis' }]) {
  const { id, contactId } = await aMatter(town, town.aino, { needs });
  const [needId] = (await needsOf(db, id)) as [string];
  await rememberCard(town.desk, town.aino, contactId, cardId);
  return { id, contactId, needId };
}

describe('a card opened during a contact', () => {
  test('is remembered once and suggests the wrap-up', async () => {
    const { contactId } = await served();
    await rememberCard(town.desk, town.aino, contactId, cardId);
    expect((await wrapUpForm(town.desk, town.aino, contactId)).cards).toEqual([
      {
        id: cardId,
        names: { fi: 'Asumistuki', sv: 'Bostadsbidrag' },
        organisationId: town.organisations.kela,
        adviceLevel: 'guide',
        openedAt: clock.now().toString().replace('Z', '.000Z'),
      },
    ]);
  });

  test('of a neighbour’s contact, or a card nobody may read, does not exist', async () => {
    const { contactId } = await served();
    await expect(rememberCard(town.desk, town.nelli, contactId, cardId)).rejects.toMatchObject({ status: 404 });
    await expect(rememberCard(town.desk, town.aino, contactId, '0199c0de-0000-7000-8000-00000000dead')).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('wrapped up by the card', () => {
  test('the need has its service and authority, the contact its level of advice; taken back, they are as before', async () => {
    const { contactId, needId } = await served();
    await put(contactId, { outcomes: [{ needId, outcome: 'handled' }], services: [{ needId, cardId }], adviceLevel: 'guide' });
    expect(await needOf(needId)).toMatchObject({
      service_name: 'Asumistuki',
      organisation_id: town.organisations.kela,
      outcome: 'handled',
    });
    expect(await wrapUpForm(town.desk, town.aino, contactId)).toMatchObject({ adviceLevel: 'guide' });
    await takeBackWrapUp(town.desk, town.aino, contactId);
    expect(await needOf(needId)).toMatchObject({ service_name: null, organisation_id: null, outcome: null });
    expect(await wrapUpForm(town.desk, town.aino, contactId)).toMatchObject({ adviceLevel: null });
  });

  test('what somebody has told already stands', async () => {
    const { dvv } = town.organisations;
    const { contactId, needId } = await served([{ ownWords: 'Muutto', serviceName: 'Muuttoilmoitus', organisationId: dvv }]);
    await put(contactId, { services: [{ needId, cardId }] });
    expect(await needOf(needId)).toMatchObject({ service_name: 'Muuttoilmoitus', organisation_id: dvv });
  });

  test('only by a card of this contact, and only needs of this matter', async () => {
    const [mine, other] = [await served(), await served()];
    const unopened = await aCard(db, town);
    await expect(put(mine.contactId, { services: [{ needId: mine.needId, cardId: unopened }] })).rejects.toMatchObject({
      code: 'unknown-reference',
      details: { fields: ['services.0.cardId'] },
    });
    await expect(put(mine.contactId, { services: [{ needId: other.needId, cardId }] })).rejects.toMatchObject({ status: 404 });
    expect(await needOf(other.needId)).toMatchObject({ service_name: null });
  });
});
