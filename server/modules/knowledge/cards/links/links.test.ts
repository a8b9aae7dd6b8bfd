import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { internet } from '../../../../platform/reach.ts';
import { aCard } from '../../../../testing/cards.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import { readCard } from '../queries.ts';
import { tasksOf } from '../tasks/queries.ts';
import { checkLinks } from './service.ts';
import { visit } from './visit.ts';

const database = await testDatabase();
const db = database.db.kysely;
const clock = fixedClock('2026-11-23T01:20:00Z');
const lines: string[] = [];
const log = createLog('warn', (line) => lines.push(line));
let pages: Server;
let origin: string;
let town: Town;
let broken = true;
let visits: string[] = [];

/** The test's own server is on this machine. */
const here = { allows: (address: string) => address === '127.0.0.1', withinMs: 2_000 };

beforeAll(async () => {
  town = await aTown(db, clock);
  pages = createServer((request, answer) => {
    visits.push(request.url ?? '');
    const [, what = '', to = ''] = (request.url ?? '').split('/');
    if (what === 'silent') return;
    if (what === 'round') answer.setHeader('location', '/round');
    if (what === 'to') answer.setHeader('location', decodeURIComponent(to));
    answer.statusCode = what === 'to' || what === 'round' ? 302 : what === 'mended' ? (broken ? 404 : 200) : Number(what) || 200;
    answer.end('x');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => pages.once('listening', resolve));
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});

afterAll(() => {
  pages.closeAllConnections();
  pages.close();
});

describe('a visit', () => {
  test.each([
    ['200', 'works'],
    ['403', 'works'],
    ['404', 'not-found'],
    ['410', 'not-found'],
    ['503', 'server-error'],
    ['silent', 'no-answer'],
  ])('%s: %s', async (path, found) => {
    expect(await visit(`${origin}/${path}`, { ...here, withinMs: 700 })).toBe(found);
  });

  test('follows where it is sent on, not for ever, and only to pages', async () => {
    const to = (address: string) => `${origin}/to/${encodeURIComponent(address)}`;
    expect(await visit(to(to('/200')), here)).toBe('works');
    expect(await visit(to('/404'), here)).toBe('not-found');
    expect(await visit(to('file:///etc/passwd'), here)).toBe('astray');
    visits = [];
    expect(await visit(`${origin}/round`, here)).toBe('astray');
    expect(visits).toHaveLength(6);
  });

  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]/',
    'http://0x7f.1/',
  ])('%s is not on the internet, and nothing of it is told', async (url) => {
    expect(await visit(url, internet)).toBe('no-such-name');
  });

  test('an inner port where something listens is the same as one where nothing does, and is not visited', async () => {
    visits = [];
    expect(await visit(`${origin}/200`, internet)).toBe('no-such-name');
    expect(await visit('http://127.0.0.1:1/', internet)).toBe('no-such-name');
    const sentOn = `${origin}/to/${encodeURIComponent('http://localhost:1/')}`;
    expect(await visit(sentOn, { ...here, allows: (address) => address === '127.0.0.1' && visits.length === 0 })).toBe('no-such-name');
    expect(visits).toHaveLength(1);
  });
});

const withLinks = (urls: string[]) => ({
  texts: { fi: { title: 'Kortti', summary: 'Tiivistelmä' } },
  links: urls.map((url) => ({ kind: 'page', url, names: { fi: 'Palvelu' } })),
});

test('the night’s round shows faults on the card as a task, which puts itself right', async () => {
  const [fine, mended] = [`${origin}/200`, `${origin}/mended`];
  const id = await aCard(db, town, { content: withLinks([fine, mended, 'https://asiointi.kunta.example/lomake']) });
  const read = () => readCard(db, id, { personId: town.aino.actor.personId, kept: [town.organisations.city] });
  expect(await checkLinks({ db, clock, log, reach: here })).toEqual({ visited: 2, broken: 1 });
  expect((await read())?.linkFaults).toMatchObject([{ url: mended, fault: 'not-found', since: '2026-11-23T01:20:00.000Z' }]);
  expect(await tasksOf(db, id)).toMatchObject([{ kind: 'link', about: mended, handledAt: null }]);

  clock.advance({ hours: 24 });
  await checkLinks({ db, clock, log, reach: here });
  expect((await read())?.linkFaults).toMatchObject([{ since: '2026-11-23T01:20:00.000Z' }]);
  expect(await tasksOf(db, id)).toHaveLength(1);

  broken = false;
  clock.advance({ hours: 24 });
  expect(await checkLinks({ db, clock, log, reach: here })).toEqual({ visited: 2, broken: 0 });
  expect((await read())?.linkFaults).toEqual([]);
  expect(await tasksOf(db, id)).toMatchObject([{ kind: 'link', handledAt: clock.now(), handledByName: null }]);
});

test('a machine without a way out says nothing of any link, and tells its keeper', async () => {
  const [one, other] = [`${origin}/silent`, 'http://127.0.0.1:1/'];
  const id = await aCard(db, town, { content: withLinks([one, other, `${origin}/200`]) });
  await checkLinks({ db, clock, log, reach: here });
  const before = await tasksOf(db, id);
  expect(before).toHaveLength(2);

  const shut = { allows: () => false, withinMs: 700 };
  expect(await checkLinks({ db, clock, log, reach: shut })).toMatchObject({ broken: 0 });
  expect(await tasksOf(db, id)).toEqual(before);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('nothing on the internet answers');
});
