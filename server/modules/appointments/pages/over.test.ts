import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersLetters } from '../../../testing/bookers-letters.ts';
import { testDatabase } from '../../../testing/database.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { cancel } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { tellingBookers } from '../telling/reactions.ts';
import type { Booking } from '../types.ts';

const START = '2027-03-01T05:00:00Z';
const clock = fixedClock(START);
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const booking = { ...service.polku.desk, keys: service.keys, capacities: createCapacities(db) } as unknown as Booking;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
});
beforeEach(() => clock.set(START));

/** A time agreed, of a service that from then on only these may book. */
async function booked(who: 'public' | 'staff' | 'invited') {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable] });
  const phone = formBrowser(service.app);
  const choice: [string, string][] = [
    ['service', bookable],
    ['place', town.point],
    ['language', 'fi'],
  ];
  const email = `${bookable}@posti.example`;
  await phone.get(`/book/place?service=${bookable}`);
  await phone.post('/book/times', choice);
  await phone.post('/b/holds', [...choice, ['at', phone.times()[0] as string]]);
  await phone.get('/b');
  const agreed = await phone.post('/b/confirmation', [
    ['name', 'Elli Esimerkki'],
    ['email', email],
    ['phone', ''],
  ]);
  expect(agreed.to).toBe('/b?done=booked');
  const { rows } = await sql<{ id: string }>`select id from appointment where bookable_id = ${bookable}::uuid`.execute(db);
  const id = rows[0]?.id as string;
  await sql`update bookable set who = ${who} where id = ${bookable}::uuid`.execute(db);
  return { phone, id, email };
}

async function lastLetter(id: string, email: string) {
  const reaction = tellingBookers({ clock });
  const { rows } = await sql<{ type: string; subject: string; data: object }>`select type, subject, data from event
    where type = 'appointments.changed' and subject = ${id}::uuid order by seq`.execute(db);
  for (const event of rows) await inTransaction(db, (trx) => reaction.handle(trx, event as never));
  return (await bookersLetters({ db, clock, keys: service.keys })).filter((letter) => letter.email === email).at(-1);
}
const callOff = (id: string) => cancel(booking, id, async () => {});
/** Where the page leads, outside its head and foot. */
const ways = (text: string) =>
  [...text.slice(text.indexOf('<main'), text.indexOf('</main>')).matchAll(/href="([^"]+)"/g)].map((it) => it[1] as string);

describe('a time we call off', () => {
  test('of what anybody may book: its customer chooses anew, and the page leads there', async () => {
    const { phone, id, email } = await booked('public');
    await callOff(id);
    const letter = await lastLetter(id, email);
    expect(letter?.subject).toBe('Aikasi on peruttu: valitse uusi');
    expect(letter?.text).toContain('valitsemaan uuden ajan täällä:\nhttps://polku.test/book\n');
    const { text } = await phone.get('/b');
    expect(text).toContain('Varaa uusi aika');
    for (const way of ways(text)) expect((await phone.get(way)).status, way).toBe(200);
  });

  test.each(['staff', 'invited'] as const)(
    'of what is for %s: we contact its customer, and nothing leads to where nothing is',
    async (who) => {
      const { phone, id, email } = await booked(who);
      await callOff(id);
      const letter = await lastLetter(id, email);
      expect(letter?.subject).toBe('Aikasi on peruttu');
      expect(letter?.text).toContain('Otamme sinuun yhteyttä ja sovimme uuden ajan.');
      expect(letter?.text).not.toMatch(/\/book|Neuvonta|\{\{/);
      const { text } = await phone.get('/b');
      expect(text).toContain('Jos peruimme ajan, otamme sinuun yhteyttä.');
      expect(text).not.toContain('Varaa uusi aika');
      for (const way of ways(text)) expect((await phone.get(way)).status, way).toBe(200);
    },
  );
});

test.each([
  ['public', true],
  ['staff', false],
] as const)('a time past, of what is for %s: its page offers another only where one may book it', async (who, offers) => {
  const { phone, id } = await booked(who);
  await sql`update appointment set state = 'missed' where id = ${id}::uuid`.execute(db);
  const missed = (await phone.get('/b')).text;
  expect(missed.includes('Varaa uusi aika')).toBe(offers);
  expect(missed.includes('ota meihin yhteyttä')).toBe(!offers);
});
