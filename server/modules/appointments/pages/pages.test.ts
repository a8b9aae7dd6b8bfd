import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
});

const browser = (cookies?: Map<string, string>) => formBrowser(service.app, cookies);

const choice = (bookable: string, place = town.point, more: [string, string][] = []): [string, string][] => [
  ['service', bookable],
  ['place', place],
  ['language', 'fi'],
  ...more,
];
const WHO: [string, string][] = [
  ['name', 'Elli Esimerkki'],
  ['email', 'elli@posti.example'],
  ['phone', ''],
];

async function booked(bookable: string, at: number | string = 0) {
  const phone = browser();
  await phone.get(`/book/place?service=${bookable}`);
  await phone.post('/book/times', choice(bookable));
  const press = typeof at === 'number' ? (phone.times()[at] as string) : at;
  await phone.post('/b/holds', [...choice(bookable), ['at', press]]);
  await phone.get('/b');
  expect((await phone.post('/b/confirmation', WHO)).to).toBe('/b?done=booked');
  return phone;
}

describe('booking by pages', () => {
  test('from the service to the code, without a script and without anything of the customer in an address', async () => {
    const queueId = await aQueue(db, town);
    const rules = [{ need: 'wheelchair', minutes: 30 }];
    const bookable = await aBookable(db, town, { minutes: 60, queueId, rules });
    await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '12:00' });
    const phone = browser();
    const services = await phone.get('/book');
    expect(services.text).toContain(`/book/place?service=${bookable}`);
    expect((await phone.post('/book', [['words', 'neuvo']])).text).toContain(`/book/place?service=${bookable}`);
    expect((await phone.post('/book', [['words', 'xyz']])).text).not.toContain(bookable);
    expect((await phone.get(`/book/place?service=${bookable}`)).status).toBe(200);
    const times = await phone.post('/book/times', choice(bookable, town.point, [['needs', 'wheelchair']]));
    expect(times.text).toContain('Varaamme sinulle 90 minuuttia');
    expect(phone.times().length).toBeGreaterThan(0);
    const held = await phone.post('/b/holds', [
      ...choice(bookable, town.point, [['needs', 'wheelchair']]),
      ['at', phone.times()[0] as string],
    ]);
    expect(held).toMatchObject({ status: 303, to: '/b' });
    clock.advance('PT3M');
    expect((await phone.get('/b')).text).toContain('vielä noin 7 minuuttia');
    const wrong = await phone.post('/b/confirmation', [
      ['name', ''],
      ['email', ''],
      ['phone', ''],
    ]);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kirjoita nimesi');
    expect(wrong.text).toContain('Toinen riittää');
    expect((await phone.post('/b/confirmation', WHO)).to).toBe('/b?done=booked');
    const own = await phone.get('/b?done=booked');
    expect(own.text).toContain('Aikasi on varattu');
    expect(own.text).not.toContain('muistutusta');
    expect(own.text).toMatch(/class="code">[2-9A-Y]{3} [2-9A-Y]{3}</);
    // Whoever looks over one's shoulder learns neither what it is about nor what one needs.
    expect(own.text.replace(/<aside.*<\/aside>/s, '')).not.toMatch(/Neuvonta|wheelchair|Elli/);
    const lines = JSON.stringify(service.lines);
    expect(lines).not.toMatch(/wheelchair|Elli|elli@/);
  });

  test('whoever gives a telephone number alone reads that no reminder comes, beside the way into their calendar', async () => {
    const bookable = await aBookable(db, town);
    await aResource(db, town, { skills: [bookable] });
    const phone = browser();
    await phone.get(`/book/place?service=${bookable}`);
    await phone.post('/book/times', choice(bookable));
    await phone.post('/b/holds', [...choice(bookable), ['at', phone.times()[0] as string]]);
    await phone.get('/b');
    await phone.post('/b/confirmation', [
      ['name', 'Elli Esimerkki'],
      ['email', ''],
      ['phone', '050 000 1234'],
    ]);
    const own = await phone.get('/b?done=booked');
    expect(own.text).toMatch(/Emme voi lähettää sinulle muistutusta.*href="\/b\/calendar\.ics"/s);
    expect(own.text).not.toContain('Lähetämme linkin myös sähköpostiisi');
  });

  test('how many come is asked where several may, and the times are as long as they take together', async () => {
    const bookable = await aBookable(db, town, { minutes: 30 });
    await sql`update bookable set most_people = 4, minutes_each = 15 where id = ${bookable}::uuid`.execute(db);
    await aResource(db, town, { skills: [bookable], opens: '09:00', closes: '10:30' });
    const phone = browser();
    const place = await phone.get(`/book/place?service=${bookable}`);
    expect(place.text).toContain('Montako teitä tulee?');
    expect(place.text).toContain('<option value="4">4 henkilöä</option>');
    const family: [string, string][] = [['people', '3']];
    const times = await phone.post('/book/times', choice(bookable, town.point, family));
    expect(times.text).toContain('Varaamme sinulle 60 minuuttia');
    expect(times.text).not.toContain('/book/waiting');
    expect((await phone.post('/b/holds', [...choice(bookable, town.point, family), ['at', phone.times()[0] as string]])).to).toBe('/b');
    expect((await phone.get('/b')).text).toContain('3 henkilöä');
    await phone.post('/b/confirmation', WHO);
    expect((await phone.get('/b')).text).toContain('3 henkilöä');
    // Moved too, it is as long: they stand in the time that is theirs, and no shorter one is offered.
    await phone.get('/b/times');
    const ends = phone.times().map((time) => time.slice(11, 16));
    expect(Math.max(...ends.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))))).toBeLessThanOrEqual(7 * 60 + 30);
    const many: [string, string][] = [['people', '5']];
    expect((await phone.post('/b/holds', [...choice(bookable, town.point, many), ['at', phone.times()[0] as string]])).status).toBe(422);
  });

  test('one step back and forth keeps where, in which language, how many and with what', async () => {
    const rules = [{ need: 'wheelchair', minutes: 30 }];
    const bookable = await aBookable(db, town, { minutes: 30, rules });
    await sql`update bookable set most_people = 4 where id = ${bookable}::uuid`.execute(db);
    await aResource(db, town, { skills: [bookable] });
    const phone = browser();
    await phone.get(`/book/place?service=${bookable}`);
    const wish: [string, string][] = [
      ['service', bookable],
      ['place', town.point],
      ['language', 'sv'],
      ['people', '3'],
      ['needs', 'wheelchair'],
      ['from', '2027-03-08'],
    ];
    const times = await phone.post('/book/times', wish);
    /** What the form to this address sends unseen. */
    const sent = (text: string, action: string) => {
      const form = new RegExp(`<form class="crumb" method="post" action="${action}">(.*?)</form>`, 's').exec(text)?.[1] ?? '';
      const fields = [...form.matchAll(/name="([a-z]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value] as [string, string]);
      return fields.filter(([name]) => !name.startsWith('_')).sort();
    };
    expect(sent(times.text, '/book/place')).toEqual([...wish].sort());
    expect(times.text).toContain(`place=${town.point}&amp;people=3&amp;from=2027-03-08`);
    expect(times.text).not.toMatch(/href="[^"]*wheelchair/);
    const place = (await phone.post('/book/place', wish)).text;
    expect(place).toContain('<option value="3" selected>');
    for (const [name, value] of [
      ['place', town.point],
      ['language', 'sv'],
      ['needs', 'wheelchair'],
    ])
      expect(place).toMatch(new RegExp(`name="${name}" value="${value}"[^>]* checked`));
    expect(place).toContain('name="from" value="2027-03-08"');
    await phone.post('/book/times', wish);
    await phone.post('/b/holds', [...wish, ['at', phone.times()[0] as string]]);
    const held = sent((await phone.get('/b')).text, '/book/times');
    expect(held).toEqual(wish.filter(([name]) => name !== 'from').sort());
  });

  test('a time that somebody else was quicker to take is answered kindly, with the nearest others to press', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const [first, second] = [browser(), browser()];
    for (const one of [first, second]) {
      await one.get(`/book/place?service=${bookable}`);
      await one.post('/book/times', choice(bookable));
    }
    const at = second.times()[0] as string;
    expect((await first.post('/b/holds', [...choice(bookable), ['at', at]])).status).toBe(303);
    // Pressed twice, it is one.
    expect((await first.post('/b/holds', [...choice(bookable), ['at', at]])).status).toBe(303);
    const lost = await second.post('/b/holds', [...choice(bookable), ['at', at]]);
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('role="alert"');
    expect(second.times()).not.toContain(at);
    const next = second.times()[0] as string;
    expect((await second.post('/b/holds', [...choice(bookable), ['at', next]])).to).toBe('/b');
    // Held too long and taken by another: told, with others to press.
    clock.advance('PT11M');
    const third = browser();
    await third.get(`/book/place?service=${bookable}`);
    await third.post('/book/times', choice(bookable));
    expect(third.times()).toContain(next);
    expect((await third.post('/b/holds', [...choice(bookable), ['at', next]])).status).toBe(303);
    const late = await second.post('/b/confirmation', WHO);
    expect(late.status).toBe(409);
    expect(second.times().length).toBeGreaterThan(0);
  });

  test('another time pressed lets the first one go; one released is free at once', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const phone = browser();
    const look = async (one = browser()) => {
      await one.get(`/book/place?service=${bookable}`);
      await one.post('/book/times', choice(bookable));
      return one.times();
    };
    const [a, b] = (await look(phone)).filter((at, n, all) => all.indexOf(at) === n) as [string, string];
    await phone.post('/b/holds', [...choice(bookable), ['at', a]]);
    expect(await look()).not.toContain(a);
    await look(phone);
    await phone.post('/b/holds', [...choice(bookable), ['at', b]]);
    expect(await look()).toContain(a);
    expect(await look()).not.toContain(b);
    await phone.get('/b');
    expect((await phone.post('/b/release', [])).to).toBe(`/book/place?service=${bookable}&place=${town.point}`);
    expect(await look()).toContain(b);
  });

  test('one’s own: opened by its address, moved, taken to a calendar, cancelled; nobody else opens it', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const phone = await booked(bookable);
    const { text } = await phone.get('/b');
    const path = /https:\/\/polku\.example(\/b\/[\w-]{27})/.exec(text)?.[1] as string;
    const other = browser();
    expect((await other.get('/b')).status).toBe(404);
    expect((await other.get('/b/calendar.ics')).status).toBe(404);
    expect((await other.get(`/b/${'A'.repeat(27)}`)).status).toBe(404);
    const opened = await other.get(path);
    expect(opened).toMatchObject({ status: 303, to: '/b' });
    expect(String(opened.headers['set-cookie'])).toMatch(/Path=\/b; HttpOnly; Secure; SameSite=Lax/);
    expect((await other.get('/b')).status).toBe(200);
    const entry = async () =>
      Object.values(ical.sync.parseICS((await phone.get('/b/calendar.ics')).text)).find((one) => one?.type === 'VEVENT') as
        | VEvent
        | undefined;
    const before = await entry();
    expect(before).toMatchObject({ summary: 'Aika palvelupisteessä', status: 'CONFIRMED' });
    expect(JSON.stringify(before)).not.toMatch(/Neuvonta|Elli/);

    const begins = String(JSON.parse(JSON.stringify(before)).start).replace('.000Z', 'Z');
    expect(begins).toMatch(/T.*Z$/);
    const looked = await phone.get('/b/times');
    expect(looked.text).toContain('Ensimmäinen vapaa');
    expect(phone.times().length).toBeGreaterThan(1);
    expect(phone.times()).not.toContain(`${begins} ${town.point}`);
    const to = phone.times().at(-1) as string;
    expect((await phone.post('/b/times', [['at', to]])).to).toBe('/b?done=moved');
    expect((await phone.get('/b?done=moved')).text).toContain('Aikasi on siirretty');
    const after = await entry();
    expect(after).toMatchObject({ uid: before?.uid });
    expect(Number(after?.sequence)).toBe(Number(before?.sequence) + 1);

    expect((await phone.get('/b/cancellation')).text).toContain('Perutko ajan?');
    expect((await phone.post('/b/cancellation', [])).to).toBe('/b');
    expect((await phone.get('/b')).text).toContain('Aika on peruttu');
    expect(await entry()).toMatchObject({ status: 'CANCELLED' });
    expect((await phone.get('/b/times')).to).toBe('/b');
  });

  test('where no queue takes arrivals the code is on the point’s list of the day, and one says on the page that one has come', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await aResource(db, town, { skills: [bookable] });
    const phone = await booked(bookable);
    const { text } = await phone.get('/b');
    const code = /class="code">(\w{3} \w{3})</.exec(text)?.[1]?.replace(' ', '') as string;
    expect(code).toMatch(/^[2-9A-Y]{6}$/);
    expect(text).toContain(`QR-koodi, jossa on varauskoodi ${code}`);
    await phone.get('/b/times');
    const moveTo = phone.times().at(-1) as string;
    expect((await phone.post('/b/times', [['at', moveTo]])).to).toBe('/b?done=moved');
    expect((await phone.get('/b')).text).toContain(code);

    const startsAt = moveTo.split(' ')[0] as string;
    const onDay = async () => {
      const aino = await service.signIn(town.aino);
      const url = `/api/booking/points/${town.point}/days/${startsAt.slice(0, 10)}`;
      const { body } = await aino.call<{ appointments: { startsAt: string; bookingCode: string | null; state: string }[] }>('GET', url);
      return body.appointments.find((one) => one.bookingCode === code);
    };
    expect(await onDay()).toMatchObject({ startsAt, state: 'coming' });
    expect((await phone.get('/b/arrival')).status).toBe(404);
    await phone.get('/b/cancellation');
    expect((await phone.post('/b/arrival', [])).status).toBe(409);
    clock.set(Temporal.Instant.from(startsAt).subtract({ minutes: 20 }).toString());
    expect((await phone.get('/b')).text).toContain('Olen täällä');
    expect((await phone.post('/b/arrival', [])).to).toBe('/b');
    expect((await phone.get('/b')).text).toContain('Olet jo saapunut');
    expect((await onDay())?.state).toBe('arrived');
    clock.set('2027-03-01T05:00:00Z');
  });

  test('by video from home: the page says how the call begins, by what was given, and one says that one is ready', async () => {
    const bookable = await aBookable(db, town, { minutes: 60 });
    await sql`update bookable set ways = '{remote}' where id = ${bookable}::uuid`.execute(db);
    await aResource(db, town, { skills: [bookable], point: null });
    const book = async (email: string, number: string) => {
      const phone = browser();
      await phone.get(`/book/place?service=${bookable}`);
      await phone.post('/book/times', choice(bookable, 'remote'));
      const at = phone.times()[0] as string;
      expect((await phone.post('/b/holds', [...choice(bookable, 'remote'), ['at', at]])).to).toBe('/b');
      await phone.get('/b');
      const who: [string, string][] = [
        ['name', 'Elli Esimerkki'],
        ['email', email],
        ['phone', number],
      ];
      expect((await phone.post('/b/confirmation', who)).to).toBe('/b?done=booked');
      return { phone, at, text: (await phone.get('/b')).text };
    };
    const { text } = await book('', '050 000 1234');
    expect(text).toContain('soitamme antamaasi numeroon');
    expect(text).not.toContain('Varauskoodisi');
    const { phone, at, text: own } = await book('elli@posti.example', '');
    expect(own).toContain('Siihen tulee painike, joka avaa videopuhelun');
    clock.set(
      Temporal.Instant.from(at.split(' ')[0] as string)
        .subtract({ minutes: 10 })
        .toString(),
    );
    expect((await phone.get('/b')).text).toContain('Olen valmis puheluun');
    expect((await phone.post('/b/arrival', [])).to).toBe('/b');
    expect((await phone.get('/b')).text).toContain('Otamme sinuun yhteyttä sovittuna aikana');
    clock.advance('PT24H');
    expect((await phone.get('/b')).text, 'the day after nobody waits any more').toContain('Aikasi on mennyt');
    clock.set('2027-03-01T05:00:00Z');
  });

  test('at its hour one goes on to the queue’s page, where one says that one has come', async () => {
    const queueId = await aQueue(db, town);
    const bookable = await aBookable(db, town, { minutes: 60, queueId });
    await aResource(db, town, { skills: [bookable] });
    const looking = browser();
    await looking.get(`/book/place?service=${bookable}`);
    await looking.post('/book/times', choice(bookable));
    const press = looking.times().at(-1) as string;
    const phone = await booked(bookable, press);
    expect((await phone.get('/b')).text).not.toContain('/b/arrival');
    clock.set(
      Temporal.Instant.from(press.split(' ')[0] as string)
        .subtract({ minutes: 30 })
        .toString(),
    );
    expect((await phone.get('/b')).text).toContain('/b/arrival');
    const { to } = await phone.get('/b/arrival');
    expect(to).toMatch(/^\/q\/[\w-]{27}$/);
    expect((await phone.get(to as string)).status).toBe(303);
  });
});
