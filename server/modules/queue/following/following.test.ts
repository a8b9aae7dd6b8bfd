import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aServedCounter } from '../../../testing/following.ts';
import type { Place } from '../board/schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { aino, greet, callNext, deed, open, empty } = await aServedCounter(service, clock);
beforeEach(empty);

const place = async (phone: Caller) => (await phone.call<{ place: Place | null }>('GET', '/q/place')).body.place;
const press = async (phone: Caller, url: string) => {
  const { text, headers } = await phone.call('GET', '/q');
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] as string;
  const cookie = [phone.cookie, ...[headers['set-cookie'] ?? []].flat().map((one) => String(one).split(';')[0])].join('; ');
  const payload = `_csrf=${encodeURIComponent(token)}`;
  return service.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'https://polku.example' },
  });
};

describe('a number on one’s own phone', () => {
  test('is opened by its secret, which leaves the address at once; nothing of it says whose customer one is', async () => {
    await greet();
    const arrived = await greet({ needs: ['wheelchair'] });
    const opened = await service.caller().call('GET', new URL(arrived.page).pathname);
    expect([opened.status, opened.headers.location]).toEqual([303, '/q']);
    const phone = await open(arrived);
    const { text, status } = await phone.call('GET', '/q');
    expect(status).toBe(200);
    expect(text).toContain(arrived.code);
    expect(text).toContain('Edelläsi on');
    expect(text).not.toMatch(/Neuvonta|wheelchair|pyörätuoli/i);
    expect(await place(phone)).toMatchObject({ state: 'waiting', place: 2, told: { low: 5, likely: 10, high: 18 }, counter: null });
    for (const url of ['/q', '/q/place']) expect((await service.caller().call('GET', url)).status).toBe(404);
    expect((await service.caller().call('GET', `/q/${'a'.repeat(27)}`)).status).toBe(404);
  });

  test('in Swedish, English and plain Finnish', async () => {
    const phone = await open(await greet());
    for (const [lang, words] of [
      ['sv', 'Före dig'],
      ['en', 'Ahead of you'],
      ['fi-x-plain', 'Älä sulje tätä sivua'],
    ])
      expect((await phone.call('GET', `/q?lang=${lang}`)).text).toContain(words);
  });

  test('hears its place as it moves, its call, and the end; another’s number nothing of it', async () => {
    const address = await service.listen();
    const [first, second] = [await greet(), await greet()];
    const [phone, other] = [await open(second), await open(first)];
    const listen = (who: Caller) => follow(`${address}/q/live`, { headers: { cookie: who.cookie } });
    const [stream, others] = [await listen(phone), await listen(other)];
    await Promise.all([stream.untilBeat(1), others.untilBeat(1)]);
    const heard = () =>
      stream.heard
        .filter(({ data }) => (data as { topic: string }).topic === `visit:${second.visitId}`)
        .map(({ data }) => (data as { payload?: Place }).payload);
    await callNext();
    await stream.until(() => heard().some((one) => one?.place === 1));
    await deed(first.visitId, 'finished');
    await callNext();
    await stream.until(() => heard().some((one) => one?.state === 'called'));
    expect(heard().at(-1)?.counter).toEqual({ name: { fi: 'Tiski 3', sv: 'Tiski 3', en: 'Tiski 3' }, direction: 'left' });
    expect((await phone.call('GET', '/q')).text).toMatch(/Tule tänne: Tiski 3, vasemmalle/);
    await deed(second.visitId, 'finished');
    await stream.until(() => heard().length > 0 && heard().at(-1) === undefined);
    expect(others.heard.some(({ data }) => (data as { topic: string }).topic === `visit:${second.visitId}`)).toBe(false);
    expect((await phone.call('GET', '/q')).text).toContain('Käynti on päättynyt');
    stream.drop();
    others.drop();
  });

  test('asks for ten minutes, three times at most; the place is kept and others go first', async () => {
    const [first, second] = [await greet(), await greet()];
    const phone = await open(first);
    expect((await press(phone, '/q/later')).statusCode).toBe(303);
    expect(await place(phone)).toMatchObject({ place: null, notBefore: clock.now().add({ minutes: 10 }).toString() });
    expect(await place(await open(second))).toMatchObject({ place: 1 });
    for (const status of [303, 303, 409]) expect((await press(phone, '/q/later')).statusCode).toBe(status);
    clock.advance('PT10M');
    expect(await place(phone)).toMatchObject({ place: 1 });
  });

  test('asks for ten minutes after reception has given an hour: the hour stays', async () => {
    const visit = await greet();
    await aino.call('POST', `/api/queue/visits/${visit.visitId}/deeds`, { deed: 'later', minutes: 60 });
    const phone = await open(visit);
    expect((await press(phone, '/q/later')).statusCode).toBe(303);
    expect(await place(phone)).toMatchObject({ notBefore: clock.now().add({ minutes: 60 }).toString() });
  });

  test('leaves the queue; called already, it is told that things have moved on', async () => {
    const [first, second] = [await open(await greet()), await open(await greet())];
    expect((await press(second, '/q/leaving')).statusCode).toBe(303);
    expect(await place(second)).toBeNull();
    expect((await second.call('GET', '/q')).text).toContain('Olet poistunut jonosta');
    await callNext();
    const refused = await press(first, '/q/leaving');
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('Tilanteesi on muuttunut');
  });
});
