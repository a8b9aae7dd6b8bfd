import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../../testing/app.ts';
import { aBookable, aResource } from '../../../../testing/appointments.ts';
import { bookingLetters } from '../../../../testing/booking-letters.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { formBrowser } from '../../../../testing/form-browser.ts';
import { aPerson, aTown, type Town } from '../../../../testing/town.ts';
import { cancel } from '../../booking/service.ts';
import { createCapacities } from '../../capacity/service.ts';
import { offerFreeTimes } from '../offering.ts';
import type { WaitingLine } from '../schema.ts';
import type { Offering } from '../types.ts';

const clock = fixedClock('2027-03-01T07:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  bookable = await aBookable(db, town, { minutes: 60 });
  await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '10:00' });
});

const browser = () => formBrowser(service.app);
const offering = () =>
  ({ ...service.polku.desk, keys: service.keys, capacities: createCapacities(db), quietHours: null }) as unknown as Offering;
const read = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });
const all: Awaited<ReturnType<typeof read>> = [];
/** What an address has been told of: the service offers by itself as well, and may be first. */
const told = async (email: string, subject: string) => {
  all.push(...(await read()));
  return all.filter((one) => one.email === email && one.subject === subject);
};
const choice = (service = bookable): [string, string][] => [
  ['service', service],
  ['place', town.point],
  ['language', 'fi'],
];
const wish = (email: string, more: [string, string][] = []): [string, string][] => [
  ['service', bookable],
  ['places', town.point],
  ['language', 'fi'],
  ...['1', '2', '3', '4', '5'].map((day): [string, string] => ['weekdays', day]),
  ['hours', 'any'],
  ['fromDay', ''],
  ['untilDay', ''],
  ['name', 'Aada Aallas'],
  ['email', email],
  ['phone', ''],
  ...more,
];
async function joins(email: string) {
  const phone = browser();
  await phone.get(`/book/waiting?service=${bookable}&place=${town.point}`);
  expect((await phone.post('/book/waiting/places', wish(email))).to).toBe('/book/waiting/joined');
  const [letter] = await told(email, 'Olet jonossa');
  return { phone, link: /polku\.example(\/b\/w\/[\w-]{27})\n/.exec(letter?.text ?? '')?.[1] as string, letter };
}

test('from the free times to the line, to an offer by mail, to the booked time; without scripts', async () => {
  const start = browser();
  await start.get(`/book/times?service=${bookable}&place=${town.point}`);
  const form = await start.post('/book/waiting', choice());
  expect(form.text).toContain('Jonota vapautuvaa aikaa');
  const wrong = await start.post(
    '/book/waiting/places',
    wish('ei osoite').filter(([name]) => name !== 'weekdays'),
  );
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Tarkista sähköpostiosoite');
  expect(wrong.text).toContain('value="Aada Aallas"');

  const { phone, link, letter } = await joins('aada@posti.example');
  expect(letter?.language).toBe('fi');
  await offerFreeTimes(offering(), bookable);
  const [offer] = await told('aada@posti.example', 'Aika on vapautunut');
  expect(offer?.text).toMatch(/ti\s2\.3\.\sklo\s9/u);
  expect(JSON.stringify([letter, offer])).not.toMatch(/Neuvonta|Aada|city/);
  expect((await phone.get(link)).to).toBe('/b/waiting');
  const page = await phone.get('/b/waiting');
  expect(page.text).toContain('Sinulle on vapautunut aika');
  const id = /name="offer" value="([^"]+)"/.exec(page.text)?.[1] as string;
  const take: [string, string][] = [
    ['offer', id],
    ['answer', 'take'],
  ];
  expect((await phone.post('/b/waiting/answer', take)).to).toBe('/b?done=booked');
  expect((await phone.get('/b')).text).toMatch(/ti\s2\.3\./u);
  expect((await phone.get('/b/waiting')).text).toContain('Otit ajan');
});

test('not this one, other days, and out of the line; another’s offer and place are nobody else’s', async () => {
  const { phone, link } = await joins('eero@posti.example');
  await offerFreeTimes(offering(), bookable);
  await phone.get(link);
  const id = /name="offer" value="([^"]+)"/.exec((await phone.get('/b/waiting')).text)?.[1] as string;
  const other = await joins('noora@posti.example');
  await other.phone.get(other.link);
  await other.phone.get('/b/waiting');
  for (const answer of ['take', 'decline'])
    expect(
      (
        await other.phone.post('/b/waiting/answer', [
          ['offer', id],
          ['answer', answer],
        ])
      ).status,
    ).toBe(404);
  await phone.get('/b/waiting');
  expect(
    (
      await phone.post('/b/waiting/answer', [
        ['offer', id],
        ['answer', 'decline'],
      ])
    ).to,
  ).toBe('/b/waiting?done=declined');
  await phone.get('/b/waiting');
  expect(
    (
      await phone.post('/b/waiting', [
        ['weekdays', '3'],
        ['hours', 'morning'],
        ['fromDay', ''],
        ['untilDay', ''],
      ])
    ).to,
  ).toBe('/b/waiting?done=changed');
  await phone.get('/b/waiting');
  const late = await phone.post('/b/waiting/answer', [
    ['offer', id],
    ['answer', 'take'],
  ]);
  expect(late.status).toBe(409);
  expect(late.text).toContain('Tarjottu aika ei ole enää sinulle varattu');
  expect((await phone.post('/b/waiting/leaving', [])).to).toBe('/b/waiting');
  expect((await phone.get('/b/waiting')).text).toContain('Olet poistunut jonosta');
  expect((await browser().get('/b/waiting')).status).toBe(404);
  expect((await browser().get(`/b/w/${'a'.repeat(27)}`)).status).toBe(404);
  expect(JSON.stringify(service.lines)).not.toContain(link.slice('/b/w/'.length));
});

test('whoever joins with another’s address learns nothing and changes nothing', async () => {
  await joins('linnea@posti.example');
  const stranger = browser();
  await stranger.get(`/book/waiting?service=${bookable}&place=${town.point}`);
  const answer = await stranger.post('/book/waiting/places', wish('Linnea@posti.example'));
  expect(answer.to).toBe('/book/waiting/joined');
  expect((await stranger.get('/b/waiting')).status).toBe(404);
  expect(await told('linnea@posti.example', 'Olet jonossa')).toHaveLength(1);
  expect(await told('Linnea@posti.example', 'Olet jonossa')).toEqual([]);
});

test('an agreed time and the wish for an earlier one', async () => {
  const phone = browser();
  await phone.get(`/book/times?service=${bookable}&place=${town.point}&from=2027-03-10`);
  await phone.post('/b/holds', [...choice(), ['at', `2027-03-10T07:00:00Z ${town.point}`]]);
  await phone.get('/b');
  await phone.post('/b/confirmation', [
    ['name', 'Vera Lindvik'],
    ['email', 'vera@posti.example'],
    ['phone', ''],
  ]);
  expect((await phone.get('/b/times')).text).toContain('/b/earlier');
  await phone.get('/b/earlier');
  const when: [string, string][] = [
    ['weekdays', '5'],
    ['hours', 'any'],
    ['fromDay', ''],
    ['untilDay', ''],
    ['email', ''],
  ];
  expect((await phone.post('/b/earlier', when)).to).toBe('/book/waiting/joined');
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from waiting where appointment_id is not null and state = 'waiting'`.execute(db);
  expect(rows[0]?.count).toBe(1);
  expect((await phone.get('/b/cancellation')).status).toBe(200);
  expect((await phone.post('/b/cancellation', [])).to).toBe('/b');
  const cancelled = (await phone.get('/b')).text;
  expect(cancelled).toContain('Et ole enää jonossa aikaisempaan aikaan');
  const again = /href="(\/book\/waiting\?[^"]+)"/.exec(cancelled)?.[1]?.replaceAll('&amp;', '&') as string;
  expect((await phone.get(again)).text).toContain('Jonota vapautuvaa aikaa');
});

test('the page of a place for an earlier time says which time one has, and that we have cancelled it', async () => {
  // A service of its own: of the one that others wait for, the time may be offered to them.
  const own = await aBookable(db, town, { minutes: 60 });
  await aResource(db, town, { skills: [own], opens: '09:00', closes: '10:00' });
  const phone = browser();
  await phone.get(`/book/times?service=${own}&place=${town.point}&from=2027-03-11`);
  await phone.post('/b/holds', [...choice(own), ['at', `2027-03-11T07:00:00Z ${town.point}`]]);
  await phone.get('/b');
  const who: [string, string][] = [
    ['name', 'Helvi Lindvik'],
    ['email', 'helvi@posti.example'],
    ['phone', ''],
  ];
  expect((await phone.post('/b/confirmation', who)).to).toBe('/b?done=booked');
  await phone.get('/b/earlier');
  const when: [string, string][] = [
    ['weekdays', '6'],
    ['hours', 'any'],
    ['fromDay', ''],
    ['untilDay', ''],
    ['email', ''],
  ];
  expect((await phone.post('/b/earlier', when)).to).toBe('/book/waiting/joined');
  const [letter] = await told('helvi@posti.example', 'Olet jonossa');
  const waiting = browser();
  await waiting.get(/polku\.example(\/b\/w\/[\w-]{27})\n/.exec(letter?.text ?? '')?.[1] as string);
  const page = async () => (await waiting.get('/b/waiting')).text;
  expect(await page()).toMatch(/Aikasi on nyt: <b>to\s11\.3\.\sklo\s9/);
  expect(await page()).not.toContain('Jouduimme perumaan aikasi');
  const { rows } = await sql<{
    id: string;
  }>`select appointment_id as id from waiting where state = 'waiting' and bookable_id = ${own}::uuid`.execute(db);
  await cancel(offering(), rows[0]?.id as string, async () => undefined);
  expect(await page()).toContain('Jouduimme perumaan aikasi');
  expect(await page()).not.toContain('Aikasi on nyt:');
});

test('staff of the point see who waits; who keeps it how many; others nothing', async () => {
  await joins('kerttu@posti.example');
  const of = async (by: Caller) =>
    (await by.call<{ lines: WaitingLine[] }>('GET', '/api/booking/waiting')).body.lines.filter(({ serviceId }) => serviceId === bookable);
  const [aino, admin, nelli] = [await service.signIn(town.aino), await service.signIn(town.admin), await service.signIn(town.nelli)];
  const [line] = await of(aino);
  expect(line?.waiters?.map(({ name }) => name)).toContain('Aada Aallas');
  expect(line?.count).toBe(line?.waiters?.length);
  expect(await of(admin)).toMatchObject([{ count: line?.count, waiters: null }]);
  expect(await of(nelli)).toEqual([]);
  const guard = await aPerson(db, { name: 'Guard', role: 'guard', organisationId: town.organisations.city, units: [] });
  expect(await of(await service.signIn(guard))).toEqual([]);
});

test('a robot fills no line with addresses that nobody reads: thirty from one network, and those who open their link do not count', async () => {
  const filled = await aBookable(db, town, { minutes: 60 });
  const join = async (n: number) => {
    const phone = browser();
    await phone.get(`/book/waiting?service=${filled}&place=${town.point}`);
    const fields = wish(`robot${n}@posti.example`).map(([name, value]): [string, string] => [name, name === 'service' ? filled : value]);
    return phone.post('/book/waiting/places', fields);
  };
  await sql`update waiting set holder_hash = null`.execute(db);
  const { link } = await joins('lukee@posti.example');
  // As many a minute as a robot patient enough to pass the limit of calls.
  await sql`insert into waiting (id, bookable_id, way, weekdays, language, booker_hash, secret_hash, holder_hash, joined_at)
    select gen_random_uuid(), bookable_id, way, weekdays, language, n, n, holder_hash, joined_at from waiting, generate_series(1, 28) n
    where holder_hash is not null`.execute(db);
  const last = await Promise.all([join(28), join(29), join(30)]);
  expect(last.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  expect(last.find(({ status }) => status === 409)?.text).toContain('avaamatta sähköpostiin lähetettyä linkkiä');
  expect((await browser().get(link)).status).toBe(303);
  expect((await join(31)).status).toBe(303);
  expect((await join(32)).status).toBe(409);
});
