import { expect, test } from 'vitest';
import { follow } from '../../server/platform/live/testing/follow.ts';
import { anApp, type Caller } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aPerson } from '../../server/testing/town.ts';
import { aMail, anUpload, aPlainMatter, aWorld, fine, made, once, type World } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);

/** Never in anything that Kela or the neighbouring city gets: each kind of row writes its own. */
const CANARY = 'zqxcanary';
const canary = (of: string) => `${CANARY}${of} ${CANARY}`;

/** All that a caller can read: lists with their counts, one's own matter and request, search by everything there is to search by. */
async function everythingFor(
  caller: Caller,
  ids: { matter: string; request?: string; customer?: string },
  words: string[],
): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  const look = async (method: string, url: string, body?: unknown) => {
    const answer = await caller.call(method, url, body);
    seen[`${method} ${url} ${body ? JSON.stringify(body) : ''}`] = [answer.status, answer.body];
  };
  for (const view of ['mine', 'unit', 'waiting']) await look('GET', `/api/matters?view=${view}`);
  for (const view of ['mine', 'unit', 'below', 'answered']) await look('GET', `/api/requests?view=${view}`);
  for (const url of ['/api/me', '/api/templates', '/api/drafts/new', `/api/matters/${ids.matter}`, `/api/drafts/matter.${ids.matter}`])
    await look('GET', url);
  if (ids.request) await look('GET', `/api/requests/${ids.request}`);
  if (ids.customer) await look('GET', `/api/customers/${ids.customer}`);
  for (const word of words) await look('POST', '/api/search', { words: word });
  await look('PUT', `/api/matters/${ids.matter}/presence`);
  return JSON.parse(JSON.stringify(seen).replace(/"requestId":"[^"]+"/g, '"requestId":null'));
}

/** What the city and the other authority do about the same customer and the same matter, none of it the reader's business. */
async function everythingElse(world: World): Promise<void> {
  const { aino, admin } = world.callers;
  const { city, dvv } = world.town.organisations;
  const daniel = await service.signIn(world.town.daniel);
  const matter = `/api/matters/${world.matter}`;
  const same = { givenName: 'Maija', familyName: 'Mallikas', email: world.email, phone: '050 000 1234' };
  const elsewhere = await aPlainMatter(aino, { title: canary('title'), customer: same, needs: [{ ownWords: canary('ownwords') }] });
  await fine(aino, 'PATCH', matter, { title: canary('retitled'), version: world.version });
  await fine(aino, 'POST', `/api/customers/${world.customer}/arrangements`, { kind: 'more-time' });
  const need = (await made(aino, `${matter}/needs`, { organisationId: dvv, serviceName: canary('service'), ownWords: canary('need') })).id;
  await made(aino, `${matter}/steps`, { needId: need, title: canary('step'), place: canary('place') });
  await made(aino, `${matter}/contacts`, { channel: 'counter', needId: need, summary: canary('summary') });
  const file = await anUpload(aino, `${CANARY}file.txt`);
  await made(aino, `${matter}/messages`, aMail({ needId: need, body: canary('message'), fileIds: [file] }));
  await made(aino, `${matter}/messages`, aMail({ kind: 'note', channel: 'internal', needId: world.needs.shared, body: canary('note') }));
  const question = { needId: need, toUnitId: world.town.units.dvvTier2, basis: 'law', ground: canary('ground') };
  const asked = await made(aino, `${matter}/requests`, { ...question, title: canary('asked'), question: canary('question') });
  await fine(daniel, 'POST', `/api/requests/${asked.id}/entries`, { kind: 'answered', text: canary('answer') });
  await fine(aino, 'POST', `${matter}/links`, { otherId: elsewhere });
  await fine(aino, 'PUT', `${matter}/presence`);
  await fine(aino, 'PUT', `/api/drafts/matter.${world.matter}`, { body: { text: canary('draft') } });
  await fine(aino, 'POST', '/api/tallies', { kind: 'where-is' });
  const words = { subject: canary('subject'), body: canary('template') };
  const text = {
    key: `${CANARY}-${world.matter.slice(-12)}`,
    kind: 'answer',
    organisationId: city,
    texts: { fi: words, sv: words, en: words },
  };
  await fine(admin, 'POST', '/api/admin/templates', text);
}

const ownRows = /"at":"[^"]+"|"updatedAt":"[^"]+"/g;
const withoutTimes = (seen: unknown): unknown => JSON.parse(JSON.stringify(seen).replaceAll(ownRows, '"at":null'));

test('what is asked of one authority looks the same to it whatever else happens in the matter', async () => {
  const world = await aWorld(service);
  const { mika } = world.callers;
  const words = [CANARY, 'zqxcanaryneed', 'Mallikas', 'maija', world.email, '050 000 1234', 'Housing', 'allowance', 'Daycare', 'lease'];
  const ids = { matter: world.matter, request: world.request, customer: world.customer };
  const before = await everythingFor(mika, ids, words);
  expect(JSON.stringify(before)).toContain('Housing allowance');
  await everythingElse(world);
  const after = await everythingFor(mika, ids, words);
  expect(JSON.stringify(after).split(CANARY).length).toBe(JSON.stringify(before).split(CANARY).length);
  expect(withoutArrangements(withoutTimes(after))).toEqual(withoutArrangements(withoutTimes(before)));
  await everythingFor(world.callers.aino, ids, words).then((own) => expect(JSON.stringify(own)).toContain(canary('need')));
});

/** Arrangements do go along with what is asked: whoever serves an open step has to know of them. */
const withoutArrangements = (seen: unknown): unknown =>
  JSON.parse(JSON.stringify(seen).replaceAll(/"arrangements":\[[^\]]*\]/g, '"arrangements":[]'));

test('who is not shown contact data does not find by it', async () => {
  const world = await aWorld(service);
  type Found = { matters: unknown[]; customers: unknown[] };
  const finds = async (caller: Caller, words: string) => {
    const { matters, customers } = (await caller.call<Found>('POST', '/api/search', { words })).body;
    return [matters.length, customers.length];
  };
  for (const words of [world.email, world.email.slice(0, 20), '050 000 1234']) {
    expect(await finds(world.callers.mika, words)).toEqual([0, 0]);
    expect((await finds(world.callers.aino, words))[1]).toBeGreaterThan(0);
  }
  expect((await finds(world.callers.mika, 'Mallikas'))[1]).toBeGreaterThan(0);
});

test('a neighbour with the same customer sees the same lists, counts, findings and suggestions as before', async () => {
  const world = await aWorld(service);
  const nelli = await service.signIn(world.town.nelli);
  const customer = { givenName: 'Maija', familyName: 'Mallikas', email: world.email, phone: '050 000 1234' };
  const matter = await aPlainMatter(nelli, { customer });
  const words = [CANARY, 'Mallikas', 'maija', world.email, '050 000 1234', 'Housing', 'Moving'];
  const before = await everythingFor(nelli, { matter, customer: world.customer }, words);
  expect(JSON.stringify(before)).toContain(matter);
  await everythingElse(world);
  const after = await everythingFor(nelli, { matter, customer: world.customer }, words);
  expect(withoutTimes(after)).toEqual(withoutTimes(before));
});

test('joining, splitting, linking and handing over tell nothing of what another city has', async () => {
  const world = await aWorld(service);
  const nelli = await service.signIn(world.town.nelli);
  const mine = await aPlainMatter(nelli);
  const unknown = '0199c0de-0000-7000-8000-00000000dead';
  const tries: [string, string, (id: string) => unknown, string][] = [
    ['POST', `/api/matters/${mine}/merges`, (otherId) => ({ otherId }), world.matter],
    ['POST', `/api/matters/${mine}/links`, (otherId) => ({ otherId }), world.matter],
    ['POST', `/api/matters/${mine}/splits`, (id) => ({ needIds: [id], title: 'x' }), world.needs.shared],
    ['POST', `/api/matters/${mine}/contacts`, (needId) => ({ channel: 'phone', needId }), world.needs.shared],
    ['POST', `/api/matters/${mine}/steps`, (needId) => ({ title: 'x', needId }), world.needs.shared],
    ['POST', `/api/matters/${mine}/messages`, (needId) => aMail({ kind: 'note', channel: 'internal', needId }), world.needs.shared],
    ['POST', `/api/matters/${mine}/messages`, (id) => aMail({ kind: 'note', channel: 'internal', fileIds: [id] }), world.file],
    ['POST', `/api/matters/${mine}/messages`, (id) => aMail({ kind: 'note', channel: 'internal', fileIds: [id] }), world.upload],
    ['POST', `/api/matters/${mine}/messages`, (requestId) => aMail({ kind: 'note', channel: 'internal', requestId }), world.request],
    ['POST', `/api/matters/${mine}/shares`, (needId) => shareOf(needId, world), world.needs.shared],
    [
      'POST',
      `/api/matters/${mine}/requests`,
      (needId) => ({
        ...shareOf(needId, world),
        organisationId: undefined,
        toUnitId: world.town.units.kelaTier2,
        title: 'x',
        question: 'x',
      }),
      world.needs.shared,
    ],
    ['POST', '/api/matters', (customerId) => ({ customerId, contact: { channel: 'phone' } }), world.customer],
    ['PATCH', `/api/matters/${mine}`, (customerId) => ({ customerId, version: 1 }), world.customer],
    [
      'POST',
      `/api/matters/${mine}/hand-overs`,
      (personId) => ({ unitId: world.town.units.neighbourFront, personId }),
      world.town.aino.actor.personId,
    ],
    ['DELETE', `/api/matters/${mine}/links/:id`, () => undefined, world.matter],
    ['DELETE', `/api/matters/${mine}/shares/:id`, () => undefined, world.share],
    ['PATCH', `/api/matters/${mine}/needs/:id`, () => ({ ownWords: 'x' }), world.needs.shared],
    ['PATCH', `/api/matters/${mine}/steps/:id`, () => ({ state: 'done' }), world.step],
  ];
  for (const [method, url, body, id] of tries) {
    const [real, random] = await Promise.all([id, unknown].map((one) => nelli.call(method, url.replace(':id', one), body(one), once())));
    const what = `${method} ${url.replace(mine, '…')} ${real?.text}`;
    expect(real?.status, what).toBeGreaterThanOrEqual(400);
    expect([what, real?.status, bare(real?.text)]).toEqual([what, random?.status, bare(random?.text)]);
  }
});

test('who takes a matter over meets nothing of what its earlier keeper still asks', async () => {
  const world = await aWorld(service);
  const { aino, mika } = world.callers;
  const { neighbour, dvv } = world.town.organisations;
  const nelli = await service.signIn(world.town.nelli);
  const matter = `/api/matters/${world.matter}`;
  const share = (needId: string) => ({ needId, organisationId: neighbour, basis: 'law', ground: 'Act 1 §' });
  const shared = await made(aino, `${matter}/shares`, share(world.needs.shared));
  await made(aino, `${matter}/shares`, share(world.needs.unshared));
  await fine(aino, 'POST', `${matter}/hand-overs`, { unitId: world.town.units.neighbourFront });
  expect((await nelli.call<{ requests: unknown[] }>('GET', matter)).body.requests).toEqual([]);
  await fine(aino, 'DELETE', `${matter}/shares/${shared.id}`);
  const own = (await made(nelli, `${matter}/needs`, { ownWords: 'Of the neighbour' })).id;
  const further = { unitId: world.town.units.dvvTier2 };
  expect((await nelli.call('POST', `${matter}/hand-overs`, further)).status).toBe(409);
  await made(nelli, `${matter}/shares`, { ...share(own), organisationId: dvv });
  await fine(nelli, 'POST', `${matter}/closing`, { papersStay: true });
  await fine(mika, 'POST', `/api/requests/${world.request}/entries`, { kind: 'answered', text: 'The lease' });
  type Answers = { requests: { id: string; answer: string }[] };
  const { requests } = (await aino.call<Answers>('GET', matter)).body;
  expect(requests.find(({ id }) => id === world.request)?.answer).toBe('The lease');
  await fine(nelli, 'DELETE', `${matter}/closing`);
  await fine(nelli, 'POST', `${matter}/hand-overs`, further);
});

test('an administrator can name nothing of another organisation’s in a form', async () => {
  const world = await aWorld(service);
  const { city, kela, dvv, neighbour } = world.town.organisations;
  const person = await aPerson(service.polku.desk.db, { name: 'Admin', role: 'administrator', organisationId: neighbour, units: [] });
  const admin = await service.signIn(person);
  const names = { fi: 'a', sv: 'a', en: 'a' };
  const mine = await made(admin, '/api/admin/people', {
    name: 'Oma',
    email: `${world.matter}@polku.test`,
    grant: { role: 'guard', organisationId: neighbour },
  });
  const opening = { zone: 'Europe/Helsinki', weekly: [], exceptions: [], holidaysClosed: true };
  const tries: [string, string, unknown][] = [
    ['POST', '/api/admin/people', { name: 'x', email: 'x@polku.test', grant: { role: 'administrator', organisationId: city } }],
    ['POST', `/api/admin/people/${mine.id}/grants`, { role: 'administrator', organisationId: city }],
    ['PUT', `/api/admin/people/${mine.id}/units/${world.town.units.front}`, undefined],
    [
      'POST',
      '/api/admin/points',
      {
        key: 'x-x',
        organisationId: city,
        name: names,
        typeLabel: names,
        mobile: false,
        street: '',
        postalCode: '',
        city: '',
        phone: '',
        zone: 'Europe/Helsinki',
        opening,
        validFrom: '2026-01-01',
      },
    ],
    ['POST', '/api/admin/units', { key: 'x-x', organisationId: city, name: names, tier: 1, opening, answerMinutes: 60, remindMinutes: 5 }],
    [
      'POST',
      '/api/admin/agreements',
      { principalId: kela, providerId: dvv, tasks: [], wording: {}, validFrom: '2026-01-01', validUntil: '2027-01-01' },
    ],
    [
      'POST',
      '/api/admin/templates',
      {
        key: 'x-x',
        kind: 'answer',
        organisationId: city,
        texts: { fi: { subject: 'a', body: 'a' }, sv: { subject: 'a', body: 'a' }, en: { subject: 'a', body: 'a' } },
      },
    ],
    ['POST', '/api/admin/mailboxes', { address: 'x@polku.test', organisationId: city, displayName: names, unitId: world.town.units.front }],
  ];
  for (const [method, url, body] of tries) {
    const random = '0199c0de-0000-7000-8000-00000000dead';
    const answer = await admin.call(method, url, body);
    const unreal = await admin.call(
      method,
      url.replace(world.town.units.front, random),
      body && JSON.parse(JSON.stringify(body).replaceAll(new RegExp(`${city}|${kela}|${dvv}`, 'g'), random)),
    );
    expect([`${method} ${url}`, answer.status, bare(answer.text)]).toEqual([`${method} ${url}`, 404, bare(unreal.text)]);
  }
});

const shareOf = (needId: string, world: World) => ({
  needId,
  organisationId: world.town.organisations.dvv,
  basis: 'law',
  ground: 'Act 1 §',
});
const bare = (text = ''): string => text.replace(/"requestId":"[^"]+"/, '');

test('a live stream tells of one’s own part and is silent about the rest', async () => {
  const world = await aWorld(service);
  const address = await service.listen();
  const streams = await Promise.all(
    (
      [
        ['mika', world.callers.mika],
        ['nelli', await service.signIn(world.town.nelli)],
        ['aino', world.callers.aino],
      ] as const
    ).map(async ([who, { cookie }]) => {
      const stream = await follow(`${address}/api/live?topic=matter:${world.matter}&topic=matter:${world.other}`, { headers: { cookie } });
      await stream.untilBeat(1);
      return [who, stream] as const;
    }),
  );
  const [mika, nelli, aino] = streams.map(([, stream]) => stream) as [
    (typeof streams)[0][1],
    (typeof streams)[0][1],
    (typeof streams)[0][1],
  ];
  await everythingElse(world);
  await fine(world.callers.aino, 'PATCH', `/api/matters/${world.matter}/needs/${world.needs.shared}`, { ownWords: 'Sharper' });
  const nellis = await aPlainMatter(await service.signIn(world.town.nelli));
  await mika.until((heard) => heard.some(({ data }) => data.topic === `matter:${world.matter}`));
  await nelli.until((heard) => heard.some(({ data }) => data.id === nellis));
  await aino.until((heard) => heard.length > 10);
  expect(mika.heard.filter(({ data }) => data.topic === `matter:${world.matter}`)).toHaveLength(1);
  // That something is new for all staff, as it was made for the world above, names nothing.
  expect(nelli.heard.map(({ data }) => data.id).filter((id) => id !== '')).toEqual([nellis]);
  expect(JSON.stringify([mika.heard, nelli.heard, aino.heard])).not.toMatch(new RegExp(`${CANARY}|Mallikas|050`));
  for (const [, stream] of streams) stream.drop();
});
