import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sendDue } from '../../server/modules/matters/messages/sending/service.ts';
import { Undeliverable } from '../../server/modules/matters/messages/sending/types.ts';
import { follow } from '../../server/platform/live/testing/follow.ts';
import { aFile, anApp, type Caller } from '../../server/testing/app.ts';
import { asOwner, testDatabase } from '../../server/testing/database.ts';
import { mailRoom } from '../../server/testing/mail-room.ts';
import { aMail, anUpload, aWorld, fine, made, once } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;

/** Contact and location of a person under turvakielto: each in a form that nothing else has. */
const HIDDEN = {
  email: 'zqxpiilo@resident.test',
  phone: '050 000 7391',
  street: 'Zqxpiilokuja 93',
  postalCode: '93731',
  city: 'Zqxpiilola',
};
const hidden = new RegExp(
  Object.values(HIDDEN)
    .map((text) => text.replace(/[.+]/g, '\\$&'))
    .join('|'),
  'i',
);

test('under turvakielto contact and location are in no answer, live message, mail, paper or page', async () => {
  const world = await aWorld(service);
  const { aino, manager, mika, tiina } = world.callers;
  const matter = `/api/matters/${world.matter}`;
  await fine(aino, 'PATCH', `/api/customers/${world.customer}`, { ...HIDDEN, version: 1 });
  expect((await aino.call('GET', matter)).text).toMatch(hidden);
  const letter = (await made(aino, `${matter}/messages`, aMail({ channel: 'letter', body: 'By post' }))).id;
  const mail = (await made(aino, `${matter}/messages`, aMail({ body: 'By mail' }))).id;
  const sameCustomer = (await made(aino, '/api/matters', { customerId: world.customer, contact: { channel: 'phone' } })).id;

  await sql`update customer set restricted = true where id = ${world.customer}::uuid`.execute(db);
  const stream = await follow(`${await service.listen()}/api/live?topic=matter:${world.matter}`, { headers: { cookie: aino.cookie } });
  await stream.untilBeat(1);
  const said: string[] = [];
  const look = async (caller: Caller, method: string, url: string, body?: unknown) => {
    const answer = await caller.call(method, url, body, once());
    said.push(`${method} ${url} ${answer.text} ${JSON.stringify(answer.headers)}`);
    return answer;
  };

  for (const caller of [aino, tiina, manager, mika]) {
    for (const id of [world.matter, sameCustomer]) await look(caller, 'GET', `/api/matters/${id}`);
    await look(caller, 'GET', `/api/customers/${world.customer}`);
    for (const view of ['mine', 'unit', 'waiting']) await look(caller, 'GET', `/api/matters?view=${view}`);
    await look(caller, 'GET', `/api/requests/${world.request}`);
    for (const words of ['Mallikas', 'zqxpiilo', HIDDEN.phone, HIDDEN.email]) await look(caller, 'POST', '/api/search', { words });
  }
  for (const words of ['zqxpiilo', HIDDEN.phone, HIDDEN.email, HIDDEN.street])
    expect((await aino.call<{ customers: unknown[] }>('POST', '/api/search', { words })).body).toMatchObject({
      matters: [],
      customers: [],
    });
  for (const channel of ['email', 'letter', 'link']) {
    await look(aino, 'POST', `${matter}/outgoing-preview`, aMail({ channel }));
    await look(aino, 'POST', `${matter}/messages`, aMail({ channel }));
  }
  await look(aino, 'PATCH', `/api/customers/${world.customer}`, { email: 'new@resident.test', version: 2 });
  await look(aino, 'PATCH', `/api/customers/${world.customer}`, { givenName: 'Maija', version: 2 });
  await look(aino, 'GET', `/print/matters/${world.matter}?link=yes`);
  for (const id of [letter, mail, world.message]) await look(aino, 'GET', `/print/messages/${id}`);
  const holder = service.caller(`__Secure-polku-link=${world.link}`);
  for (const url of ['/a', '/a/receipt?mailed=yes']) expect((await look(holder, 'GET', url)).status).toBe(200);

  const { out, outbox } = mailRoom(
    { ...service.polku.desk, clock: { now: () => Temporal.Now.instant().add({ minutes: 5 }) } },
    ({ recipient }) => {
      throw new Undeliverable(`550 5.1.1 <${recipient}>: no such address here`);
    },
  );
  await sendDue(outbox);
  expect(out.length).toBeGreaterThan(0);
  for (const { recipient: _to, ...content } of out) said.push(`mail ${JSON.stringify(content)}`);
  const after = await look(aino, 'GET', matter);
  expect(after.text).toContain('"bounced"');
  await stream.until((heard) => heard.length > 3);
  stream.drop();
  said.push(JSON.stringify(stream.heard), ...service.lines);
  expect(said.filter((text) => hidden.test(text)).map((text) => text.slice(0, 200))).toEqual([]);
});

const CANARIES = {
  given: 'Zqxetunimi',
  family: 'Zqxsukunimi',
  email: 'zqxlog@resident.test',
  phone: '050 000 8264',
  street: 'Zqxlogikatu 5',
  words: 'zqxsanat minun asiastani',
  code: '131052-308T',
  file: 'zqxtodistus.txt',
};

test('a day of traffic, its mistakes and our faults leave no person, word, id of a link or secret in the log', async () => {
  const world = await aWorld(service);
  const { aino, admin, mika } = world.callers;
  const { given, family, email, phone, street, words, code, file } = CANARIES;
  const customer = { givenName: given, familyName: family, email, phone, street };
  const key = `zqxkey-${'x'.repeat(20)}`;
  const opened = await aino.call<{ id: string }>(
    'POST',
    '/api/matters',
    { customer, title: words, contact: { channel: 'phone', summary: `${words} ${code}` }, needs: [{ ownWords: words }] },
    { 'idempotency-key': key },
  );
  const matter = `/api/matters/${opened.body.id}`;
  await made(aino, `${matter}/messages`, aMail({ body: `${words} ${code}`, fileIds: [await anUpload(aino, file)] }));
  await aino.call('POST', '/api/search', { words: `${given} ${family}` });
  await aino.call('POST', '/api/search', { words: code });
  await aino.call('GET', `/api/search?words=${family}`);
  await admin.call('GET', `/api/admin/people?words=${encodeURIComponent(email)}`);
  await admin.call('POST', '/api/admin/people', {
    name: given,
    email,
    grant: { role: 'guard', organisationId: world.town.organisations.city },
  });
  await aino.call('GET', `/api/matters/${family}/${code}?name=${given}`);
  await aino.call('GET', `/${family}`);
  await aino.call('PATCH', `/api/customers/${world.customer}`, { [family]: words, email: `not ${email}`, version: 1 });
  await aino.call('PUT', `/api/drafts/new`, { body: { text: words, code } });
  await aino.call('POST', matter, `{"${family}": "${words}`, { 'content-type': 'application/json' });
  await service
    .caller(`__Host-polku=${family}`)
    .call('GET', '/api/me', undefined, { 'user-agent': given, referer: `https://x.example/${family}`, 'x-forwarded-for': phone });
  const { url } = await fine<{ url: string }>(aino, 'POST', `${matter}/follow-links`);
  const token = url.split('/').at(-1) as string;
  await service.caller().call('GET', `/a/${token}`);
  await service.caller(`__Secure-polku-link=${token}`).call('GET', '/a');
  await service.caller().call('GET', `/a/${token}x`);
  await webForm();
  await asOwner(database, (owner) => owner.query('alter table message rename to message_gone'));
  const broken = await aino.call('POST', `${matter}/messages`, aMail({ body: words }), once());
  const searched = await aino.call('POST', '/api/search', { words });
  await asOwner(database, (owner) => owner.query('alter table message_gone rename to message'));
  expect([broken.status, searched.status]).toEqual([500, 500]);
  expect(broken.text + searched.text).not.toMatch(/message_gone|relation|select|insert|zqx/i);
  await asOwner(database, (owner) =>
    owner.query(`alter table customer add constraint zqx_never check (given_name <> '${given}') not valid`),
  );
  const refused = await aino.call('POST', '/api/matters', { customer, contact: { channel: 'phone' } }, once());
  await asOwner(database, (owner) => owner.query('alter table customer drop constraint zqx_never'));
  expect(refused.status).toBe(500);

  const log = service.lines.join('').replaceAll('zqx_never', '');
  expect(log).toContain('request failed');
  expect(log).toContain('/api/matters/:id/messages');
  const secrets = [token, key, ...[aino, mika, admin].map((caller) => caller.cookie.split('=')[1] as string), world.link];
  const found = [...Object.values(CANARIES), 'zqx', 'Maija', 'Mallikas', ...secrets, opened.body.id].filter((text) =>
    log.toLowerCase().includes(text.toLowerCase()),
  );
  expect(found).toEqual([]);
});

/** What a stranger's hasty form brings, with a file. */
async function webForm(): Promise<void> {
  const resident = service.caller();
  const page = await resident.call('GET', '/contact');
  expect(page.status).toBe(200);
  const { words, file } = CANARIES;
  const { body, headers } = aFile(file, words, 'files');
  const sent = await resident.call('POST', '/contact', body, { ...headers, ...once() });
  expect([422, 303]).toContain(sent.status);
}
