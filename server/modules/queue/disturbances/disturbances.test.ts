import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { publish } from '../../../platform/events/publish.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { aFile, anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aPerson, aTown, type Town } from '../../../testing/town.ts';
import { BULLETIN_CHANGED } from '../../knowledge/bulletins/events.ts';
import type { AlarmList } from './alarms/schema.ts';
import { forgetDisturbances } from './forgetting.ts';
import type { DisturbanceLog, FeedbackList, Imported } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let tiina: Caller;
let nelli: Caller;
let admin: Caller;
let guard: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  const { city } = town.organisations;
  const by = await aPerson(db, { name: 'Vartija', role: 'guard', organisationId: city, units: [], pointId: town.point });
  [aino, tiina, nelli, admin, guard] = (await Promise.all([town.aino, town.tiina, town.nelli, town.admin, by].map(service.signIn))) as [
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
  ];
});

const once = () => ({ 'idempotency-key': randomUUID() });
const at = (rest: string) => `/api/queue/points/${town.point}/${rest}`;
const said = (parts: object = {}) => ({ kind: 'verbal', happenedAt: '2026-11-23T07:30:00Z', what: 'Uhkailtiin tiskillä.', ...parts });
const write = async (by: Caller, parts: object = {}) =>
  (await by.call<{ id: string }>('POST', at('disturbances'), said(parts), once())).body.id;
const log = async (by: Caller, query = '') => (await by.call<DisturbanceLog>('GET', at(`disturbances${query}`))).body;
const ids = async (by: Caller) => (await log(by)).rows.map(({ id }) => id);

describe('the log', () => {
  test('is seen whole by guards and those who keep the point; others see what they wrote or were present at', async () => {
    const own = await write(aino, { present: [town.tiina.actor.personId] });
    const byGuard = await write(guard, { happenedAt: '2026-11-23T07:40:00Z' });
    expect(await ids(guard)).toEqual([byGuard, own]);
    expect(await ids(admin)).toEqual([byGuard, own]);
    expect(await ids(aino)).toEqual([own]);
    expect(await ids(tiina)).toEqual([own]);
    expect((await nelli.call('GET', at('disturbances'))).status).toBe(404);
    expect((await log(aino)).sees).toBe('own');
    expect((await log(guard)).people.map(({ id }) => id)).toEqual(expect.arrayContaining([town.tiina.actor.personId]));
  });

  test('an entry is changed by those who see it, and only as they saw it', async () => {
    const id = await write(aino);
    const change = { ...said({ police: true, debriefedOn: '2026-11-24', nextStep: 'Turvakoulutus' }), version: 1 };
    expect((await tiina.call('PUT', `/api/queue/disturbances/${id}`, change)).status).toBe(404);
    expect((await guard.call('PUT', `/api/queue/disturbances/${id}`, change)).status).toBe(204);
    expect((await aino.call<{ code: string }>('PUT', `/api/queue/disturbances/${id}`, change)).body.code).toBe('disturbance-changed');
    const row = (await log(aino)).rows.find((one) => one.id === id);
    expect(row).toMatchObject({ police: true, debriefedOn: '2026-11-24', nextStep: 'Turvakoulutus', version: 2 });
  });

  test('takes no identity code, no time to come and no counter of another place', async () => {
    const refused = async (parts: object) => (await aino.call<{ code: string }>('POST', at('disturbances'), said(parts), once())).body.code;
    expect(await refused({ what: 'Uhkaaja oli 131052-308T.' })).toBe('identity-code-in-text');
    expect(await refused({ happenedAt: '2026-11-23T09:00:00Z' })).toBe('not-yet-happened');
    expect(await refused({ counterId: randomUUID() })).toBe('unknown-choice');
    expect(await refused({ present: [randomUUID()] })).toBe('unknown-choice');
  });

  test('has no place that is no time or nobody’s', async () => {
    for (const after of [
      `2026-99-99T99:99:99Z_${randomUUID()}`,
      `2026-11-11T00:00:00Z_${'-'.repeat(36)}`,
      `2026-::::::::::_${randomUUID()}`,
    ])
      expect((await guard.call('GET', at(`disturbances?after=${after}`))).status).toBe(422);
  });

  test('goes on where a screenful ends', async () => {
    const other = await aTown(db, clock);
    const keeper = await service.signIn(other.admin);
    const url = `/api/queue/points/${other.point}/disturbances`;
    for (let n = 0; n < 53; n += 1) await keeper.call('POST', url, said({ what: `${n}` }), once());
    const first = (await keeper.call<DisturbanceLog>('GET', url)).body;
    const second = (await keeper.call<DisturbanceLog>('GET', `${url}?after=${encodeURIComponent(first.next ?? '')}`)).body;
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(53);
  });

  test('keeps what is said aloud as words, for those who see the log', async () => {
    const noted = await guard.call('POST', at('spoken-feedback'), { words: 'Jono on liian pitkä.' }, once());
    expect(noted.status, noted.text).toBe(201);
    expect((await guard.call<FeedbackList>('GET', at('spoken-feedback'))).body.rows.map(({ words }) => words)).toEqual([
      'Jono on liian pitkä.',
    ]);
    expect((await aino.call('GET', at('spoken-feedback'))).status).toBe(403);
  });
});

describe('forgetting', () => {
  test('a year after it happened, or as the point keeps it', async () => {
    const [old, kept] = [
      await write(guard, { happenedAt: '2025-11-23T07:59:00Z' }),
      await write(guard, { happenedAt: '2025-11-23T08:01:00Z' }),
    ];
    const short = await aTown(db, clock);
    const keeper = await service.signIn(short.admin);
    const url = `/api/queue/points/${short.point}/disturbances`;
    await keeper.call('POST', url, said({ happenedAt: '2026-09-22T08:00:00Z' }), once());
    expect((await aino.call('PUT', at('disturbance-keeping'), { months: 2 })).status).toBe(403);
    expect((await keeper.call('PUT', `/api/queue/points/${short.point}/disturbance-keeping`, { months: 2 })).status).toBe(204);
    expect(await forgetDisturbances({ db, clock })).toBe(2);
    expect(await ids(guard)).toEqual(expect.arrayContaining([kept]));
    expect(await ids(guard)).not.toContain(old);
    expect((await keeper.call<DisturbanceLog>('GET', url)).body).toMatchObject({ rows: [], months: 2 });
  });
});

describe('the guarding company’s reports', () => {
  const bring = async (by: Caller, words: string | Uint8Array) => {
    const file = aFile('raportit.csv', words as string);
    return by.call<Imported & { code: string }>('POST', at('disturbance-imports'), file.body, file.headers);
  };
  const file =
    'Raporttinumero;Päivämäärä;Kellonaika;Laji;Paikka;Kuvaus;Toimenpiteet;Poliisi\r\n' +
    '7001;20.11.2026;14.30;Uhkailu;Aula;"Huusi; ja sanoi ""pois""\r\nkahdesti";Ohjattu ulos;ei\r\n' +
    '7002;joskus;14.30;Muu;;Rikki;;\r\n' +
    '7003;21.11.2026;9.05;Ilkivalta;Ovi;Lasi rikottiin;;kyllä\r\n';

  test('come in once, and lines that cannot be read are told', async () => {
    const first = await bring(guard, file);
    expect(first.body).toEqual({ added: 2, known: 0, skipped: [{ line: 4, why: 'time' }] });
    expect((await bring(guard, file)).body).toEqual({ added: 0, known: 2, skipped: [{ line: 4, why: 'time' }] });
    const rows = (await log(guard)).rows.filter(({ source }) => source === 'import');
    expect(rows).toMatchObject([
      { kind: 'property', police: true, happenedAt: '2026-11-21T07:05:00Z' },
      { kind: 'verbal', police: false, place: 'Aula', what: 'Huusi; ja sanoi "pois"\r\nkahdesti', happenedAt: '2026-11-20T12:30:00Z' },
    ]);
  });

  test('of one number at two times are two: none is lost where numbers begin anew', async () => {
    const twice = 'Tunnus;Aika;Kuvaus\n1;18.11.2026 14.30;Huusi\n1;19.11.2026 14.30;Löi\n';
    expect((await bring(guard, twice)).body).toMatchObject({ added: 2, known: 0 });
    expect((await bring(guard, twice)).body).toMatchObject({ added: 0, known: 2 });
  });

  test('are brought by those who see the whole log', async () => {
    expect((await bring(aino, file)).status).toBe(403);
    expect((await bring(nelli, file)).status).toBe(404);
    expect((await bring(admin, 'a,b\n1,2\n')).body.code).toBe('report-columns');
  });
});

describe('a silent alarm', () => {
  const alarms = async (by: Caller) => (await by.call<AlarmList>('GET', at('alarms'))).body;
  const raise = async (by: Caller) => {
    const answer = await by.call<{ id: string }>('POST', at('alarms'), undefined, once());
    expect(answer.status, answer.text).toBe(201);
    return answer.body.id;
  };
  const end = async (by: Caller, id: string) => by.call<{ disturbanceId: string }>('PUT', `/api/queue/alarms/${id}/end`);

  test('is heard at once by the others at the point, with the counter, and does not show at the desk it comes from', async () => {
    const counter = await aCounter(db, town, [await aQueue(db, town)], 'Tiski 4');
    await aino.call('PUT', `/api/queue/counters/${counter}/state`, { state: 'open' });
    const address = await service.listen();
    const listen = async (by: Caller) => {
      const stream = await follow(`${address}/api/live`, { headers: { cookie: by.cookie } });
      await stream.untilBeat(1);
      return stream;
    };
    const [atGuard, atNelli] = [await listen(guard), await listen(nelli)];
    const id = await raise(aino);
    await atGuard.until((heard) => heard.some(({ data }) => (data as { topic: string }).topic === 'alarms:all'));
    expect(await alarms(guard)).toMatchObject({ alarms: [{ id, counter: { fi: 'Tiski 4' }, coming: [], isMine: false }], own: null });
    expect(await alarms(aino)).toEqual({ alarms: [], own: { id, coming: 0 } });
    const news = { type: BULLETIN_CHANGED, subject: randomUUID(), data: {} };
    await inTransaction(db, (trx) => publish(trx, news));
    await atNelli.until((heard) => heard.length > 0);
    expect(atNelli.heard.filter(({ data }) => (data as { topic: string }).topic === 'alarms:all')).toEqual([]);
    expect((await nelli.call('GET', at('alarms'))).status).toBe(404);
    expect((await nelli.call('PUT', `/api/queue/alarms/${id}/coming`)).status).toBe(404);
    expect((await admin.call('POST', at('alarms'), undefined, once())).status).toBe(404);
    await guard.call('PUT', `/api/queue/alarms/${id}/coming`);
    expect(await alarms(aino)).toEqual({ alarms: [], own: { id, coming: 1 } });
    expect((await alarms(tiina)).alarms[0]).toMatchObject({ coming: ['Vartija'], isMine: false });
    const [one, two] = await Promise.all([end(guard, id), end(tiina, id)]);
    expect(one.body.disturbanceId).toBe(two.body.disturbanceId);
    const draft = (await log(aino)).rows.find((row) => row.id === one.body.disturbanceId);
    expect(draft).toMatchObject({ state: 'draft', source: 'alarm', counterId: counter, happenedAt: '2026-11-23T08:00:00Z' });
    expect(draft?.present.length).toBe(2);
    expect((await guard.call('PUT', `/api/queue/alarms/${id}/coming`)).status).toBe(409);
    expect(await alarms(aino)).toEqual({ alarms: [], own: null });
    atGuard.drop();
    atNelli.drop();
  });

  test('pressed many times it is one alarm, which rings anew after a minute', async () => {
    const raised = await Promise.all([1, 2, 3, 4, 5].map(() => raise(tiina)));
    expect(new Set(raised).size).toBe(1);
    const before = (await alarms(guard)).alarms[0]?.raisedAt;
    clock.advance('PT2M');
    expect(await raise(tiina)).toBe(raised[0]);
    expect((await alarms(guard)).alarms[0]?.raisedAt).not.toBe(before);
    await end(tiina, raised[0] as string);
  });

  test('raised by mistake it is taken back by whoever raised it: the others are told so for a while, and the log has nothing of it', async () => {
    const id = await raise(aino);
    await guard.call('PUT', `/api/queue/alarms/${id}/coming`);
    const drafts = (await log(admin)).rows.length;
    const takeBack = (by: Caller) => by.call<{ disturbanceId: string | null }>('PUT', `/api/queue/alarms/${id}/end`, { mistaken: true });
    expect((await takeBack(guard)).status).toBe(403);
    expect((await takeBack(nelli)).status).toBe(404);
    expect((await takeBack(aino)).body).toEqual({ disturbanceId: null });
    expect(await alarms(guard)).toMatchObject({ alarms: [{ id, mistaken: true, isMine: true }], own: null });
    expect(await alarms(aino)).toEqual({ alarms: [], own: null });
    expect((await guard.call('PUT', `/api/queue/alarms/${id}/coming`)).status).toBe(409);
    expect((await log(admin)).rows.length).toBe(drafts);
    clock.advance('PT5M');
    expect((await alarms(guard)).alarms).toEqual([]);
    expect(await raise(aino)).not.toBe(id);
    await end(aino, (await alarms(aino)).own?.id as string);
  });

  test('no row of the log is joined to a visit, a matter or a customer', async () => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name in ('disturbance', 'spoken_feedback', 'silent_alarm')`.execute(db);
    expect(rows.filter(({ name }) => /visit|matter|customer/.test(name))).toEqual([]);
  });

  test('left open over the night it is over, and the next one is a new one', async () => {
    const id = await raise(tiina);
    clock.advance('PT13H');
    await forgetDisturbances({ db, clock });
    const again = await service.signIn(town.tiina);
    expect((await alarms(again)).own).toBeNull();
    expect(await raise(again)).not.toBe(id);
  });
});
