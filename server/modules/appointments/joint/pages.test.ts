import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { aBus } from '../../../testing/bus.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let services: string[];

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
  const queueId = await aQueue(db, town);
  services = [await aBookable(db, town, { queueId }), await aBookable(db, town, { queueId })];
  for (const [at, bring] of ['Henkilötodistus\nVuokrasopimus', 'Henkilötodistus\nPerukirja'].entries())
    await sql`update bookable set bring = ${JSON.stringify({ fi: bring })}::jsonb where id = ${services[at]}::uuid`.execute(db);
  for (const skill of services) await aResource(db, town, { skills: [skill] });
});

/** A browser: its cookies, and the forms of the page it is on. */
function browser() {
  const jar = new Map<string, string>([['polku-lang', 'fi']]);
  let text = '';
  const keep = (headers: Record<string, unknown>) => {
    for (const cookie of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [name = '', value = ''] = (cookie.split(';')[0] as string).split('=');
      jar.set(name, value);
    }
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const get = async (url: string): Promise<string> => {
    const answer = await service.app.inject({ method: 'GET', url, headers: { cookie: cookie() } });
    keep(answer.headers);
    if (answer.statusCode === 303) return get(answer.headers.location as string);
    expect(answer.statusCode, `${url} ${answer.body.slice(0, 300)}`).toBe(200);
    text = answer.body;
    return text;
  };
  const post = async (url: string, fields: [string, string][]): Promise<{ status: number; text: string }> => {
    const hidden = [...text.matchAll(/<input type="hidden" name="(_csrf|_once)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value] as [string, string],
    );
    const payload = new URLSearchParams([...new Map(hidden), ...fields] as [string, string][]).toString();
    const headers = { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' };
    const answer = await service.app.inject({ method: 'POST', url, payload, headers });
    keep(answer.headers);
    if (answer.statusCode === 303) return { status: 200, text: await get(answer.headers.location as string) };
    text = answer.body;
    return { status: answer.statusCode, text };
  };
  return { get, post };
}
const who: [string, string][] = [
  ['name', 'Elli Esimerkki'],
  ['email', 'elli@posti.example'],
  ['phone', ''],
];

const partsAt = async () => {
  const { rows } = await sql<{ startsAt: Temporal.Instant }>`select starts_at as "startsAt" from appointment
    where bookable_id = any(${services}::uuid[]) and state = 'confirmed' order by starts_at`.execute(db);
  return rows.map(({ startsAt }) => startsAt.toString());
};

describe('a visit of two services', () => {
  test('is not offered in a bus, where one comes to a stop for one service', async () => {
    const { bus } = await aBus(db, town);
    for (const id of services)
      await sql`insert into bookable_place (bookable_id, point_id, queue_id) values (${id}::uuid, ${bus}::uuid, null)`.execute(db);
    const at = async (place: string) => (await service.app.inject({ method: 'GET', url: `/book/visit?place=${place}` })).statusCode;
    expect([await at(town.point), await at(bus)]).toEqual([200, 404]);
    await sql`delete from bookable_place where point_id = ${bus}::uuid`.execute(db);
  });

  test('is chosen, held, agreed and cancelled in part and whole without scripts', async () => {
    const { get, post } = browser();
    expect(await get('/book')).toContain('/book/visit');
    const choosing = await get(`/book/visit?place=${town.point}`);
    for (const id of services) expect(choosing).toContain(id);
    const few = await post('/book/visit/times', [
      ['place', town.point],
      ['language', 'fi'],
      ['services', services[0] as string],
    ]);
    expect([few.status, few.text.includes('Valitse kahdesta neljään palvelua.')]).toEqual([422, true]);
    const chosen: [string, string][] = [
      ['place', town.point],
      ['language', 'fi'],
      ['people', '1'],
      ...services.map((id): [string, string] => ['services', id]),
    ];
    const { text } = await post('/book/visit/times', chosen);
    const at = /name="at" value="([^"]+)"/.exec(text)?.[1] as string;
    expect(at.split(',')).toHaveLength(2);
    const details = await post('/b/together/visits', [...chosen, ['at', at]]);
    expect(details.text).toContain('Käynnin osat');
    const empty = await post('/b/together/confirmation', [
      ['name', ''],
      ['email', ''],
      ['phone', ''],
    ]);
    expect([empty.status, empty.text.includes('Kirjoita nimesi.')]).toEqual([422, true]);
    const agreed = await post('/b/together/confirmation', who);
    expect(agreed.text).toContain('Käyntisi on varattu');
    expect(agreed.text).not.toMatch(/Elli|\{\{|undefined/);
    const code = /class="code">([^<]+)</.exec(agreed.text)?.[1] as string;
    // What to bring for both, once each; and each part is told of by itself.
    for (const thing of ['Henkilötodistus', 'Vuokrasopimus', 'Perukirja'])
      expect(agreed.text.split(`<span>${thing}</span>`)).toHaveLength(2);
    const [first, second] = [...agreed.text.matchAll(/\/b\/together\/before\?part=([0-9a-f-]{36})/g)].map(([, id]) => id as string);
    const form = await get(`/b/together/before?part=${second}`);
    expect(form).toContain('Missä asiassa tarvitset apua?');
    const answers = (part: string, need: string): [string, string][] => [
      ['part', part],
      ['need', need],
      ['language', 'fi'],
    ];
    expect((await post('/b/together/before', answers(second as string, 'Perukirja puuttuu'))).text).toContain('Kiitos, vastauksesi');
    expect((await get('/b/together')).split('Olet kertonut tästä')).toHaveLength(2);
    expect(await get(`/b/together/before?part=${first}`)).not.toContain('Perukirja puuttuu');
    expect((await post('/b/together/before', answers(town.point, 'Ei minun'))).status).toBe(404);
    const told = await sql<{ id: string }>`select appointment_id as id from previsit`.execute(db);
    expect(told.rows.map(({ id }) => id)).toEqual([second]);
    const moving = await get('/b/together/times');
    const clockAt = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Helsinki').toPlainTime();
    const starts = at.split(',').map((one) => clockAt(one.split('@')[1] as string));
    const [begins, ends] = [starts[0] as Temporal.PlainTime, (starts[1] as Temporal.PlainTime).add({ minutes: 30 })];
    const words = ({ hour, minute }: Temporal.PlainTime) => `${hour}${minute ? `.${String(minute).padStart(2, '0')}` : ''}`;
    const present = /Aikasi on nyt ([^<]+)/.exec(moving)?.[1]?.replace(/\u2060/g, '');
    expect(present).toContain(`${words(begins)}–${words(ends)}`);
    const others = [...moving.matchAll(/name="at" value="([^"]+)"/g)].map(([, value]) => value as string);
    expect(others).not.toContain(at);
    // Half an hour later it meets its own old times: they are free to it.
    const later = others[0] as string;
    const moved = await post('/b/together/times', [['at', later]]);
    expect(moved.text).toContain('Varauksesi on muuttunut');
    expect(moved.text).toContain(code);
    expect(await partsAt()).toEqual(later.split(',').map((one) => one.split('@')[1]));
    const part = /cancellation\?part=([0-9a-f-]{36})/.exec(moved.text)?.[1] as string;
    const asked = await get(`/b/together/cancellation?part=${part}`);
    for (const words of ['Perutko osan käynnistä?', 'Osa 1', 'Käynnin muut osat säilyvät.', 'Peru tämä osa'])
      expect(asked).toContain(words);
    expect(asked).not.toContain('Osa 2');
    expect(asked, 'in another language it is the same question').toContain(`/b/together/cancellation?part=${part}&amp;lang=sv`);
    expect((await post('/b/together/cancellation', [['part', part]])).text).toContain('Varauksesi on muuttunut');
    const rest = await get('/b/together/cancellation');
    expect([rest.includes('Osa 2'), rest.includes('Osa 1')], 'the second part stays the second').toEqual([true, false]);
    await get('/b/together/cancellation');
    expect((await post('/b/together/cancellation', [])).text).toContain('Varaus on peruttu');
  });

  test('is nobody’s without its secret', async () => {
    expect((await service.app.inject({ method: 'GET', url: '/b/together' })).statusCode).toBe(404);
    expect((await service.app.inject({ method: 'GET', url: `/b/together/${'a'.repeat(27)}` })).statusCode).toBe(404);
  });
});

describe('meetings of many', () => {
  test('are listed with their places left; a place is agreed as any time is, and a course as one', async () => {
    const aino = await service.signIn(town.aino);
    const arrange = async (starts: string[]) => {
      const bookableId = await aBookable(db, town, { minutes: 60 });
      await sql`update bookable set fixed = true where id = ${bookableId}::uuid`.execute(db);
      await aResource(db, town, { skills: [bookableId] });
      const body = { bookableId, pointId: town.point, way: 'point', capacity: 1, course: starts.length > 1, starts };
      const key = { 'idempotency-key': `${bookableId}-meetings` };
      return (await aino.call<{ sessionIds: string[]; seriesId: string }>('POST', '/api/booking/meetings', body, key)).body;
    };
    const { sessionIds } = await arrange(['2027-03-08T10:00:00Z']);
    const { seriesId } = await arrange(['2027-03-08T12:00:00Z', '2027-03-15T12:00:00Z']);
    const { get, post } = browser();
    expect(await get('/book/courses')).toContain('1 paikka vapaana');
    await post('/b/sessions', [['id', sessionIds[0] as string]]);
    const agreed = await post('/b/confirmation', who);
    expect(agreed.text).toContain('Aikasi on varattu');
    expect(agreed.text).not.toContain('/b/times');
    expect(await get('/book/courses')).toContain('Täynnä');
    expect((await post('/b/sessions', [['id', sessionIds[0] as string]])).text).toContain('Tilaisuus on täynnä');
    await get('/book/courses');
    expect((await post('/b/together/courses', [['id', seriesId]])).text).toContain('Kurssin tapaamiset');
    expect((await post('/b/together/confirmation', who)).text).toContain('Paikkasi on varattu');
  });
});
