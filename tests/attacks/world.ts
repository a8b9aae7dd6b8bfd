import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createSecretLink } from '../../server/modules/identity/service.ts';
import { type By, type Role, roles } from '../../server/modules/identity/types.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';
import { type App, aFile, type Caller } from '../../server/testing/app.ts';
import { signInCustomer } from '../../server/testing/customers.ts';
import { aPackage } from '../../server/testing/packages.ts';
import { aPerson, aTown, type Town } from '../../server/testing/town.ts';
import { aBulletin } from './bulletins.ts';
import { cardsOf } from './cards.ts';
import { aDataRequest, aRestriction } from './data-requests.ts';
import { guidesOf } from './guides.ts';
import { queueOf } from './queue.ts';
import { aSpecialist } from './specialists.ts';
import { supportOf } from './support.ts';

type Made = { id: string };

export const once = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/**
 * What belongs to city A and what it has shared with Kela, made through the API by those who would make it. The other municipality and the
 * other authority have nothing to do with any of it.
 */
export async function aWorld(service: App) {
  const { polku, signIn } = service;
  const town = await aTown(polku.desk.db, polku.desk.clock);
  polku.desk.directory.forget();
  const { city, kela } = town.organisations;
  const aino = await signIn(town.aino);
  const mika = await signIn(town.mika);
  const admin = await signIn(town.admin);
  const manager = await signIn(
    await aPerson(polku.desk.db, {
      name: 'Manager',
      role: 'point-manager',
      organisationId: city,
      units: [town.units.front],
      pointId: town.point,
    }),
  );
  const email = `${randomUUID()}@resident.test`;
  const opened = await made<{ id: string; contactId: string }>(aino, '/api/matters', {
    customer: {
      givenName: 'Maija',
      familyName: 'Mallikas',
      email,
      phone: '050 000 1234',
      street: 'Kuja 1',
      postalCode: '00100',
      city: 'Kunta',
    },
    contact: { channel: 'phone', identification: 'document-seen', summary: 'Asks about two things' },
    needs: [{ ownWords: 'Housing', organisationId: kela, serviceName: 'Housing allowance' }, { ownWords: 'Daycare place' }],
    arrangements: [{ kind: 'interpreter', detail: 'so' }],
  });
  const page = (await aino.call<Page>('GET', `/api/matters/${opened.id}`)).body;
  const [shared, unshared] = page.needs.map((need) => need.id) as [string, string];
  const other = await aPlainMatter(aino);
  const closed = await aPlainMatter(aino);
  await fine(aino, 'POST', `/api/matters/${closed}/closing`);
  const linked = await aPlainMatter(aino);
  await fine(aino, 'POST', `/api/matters/${opened.id}/links`, { otherId: linked });
  const file = await anUpload(aino);
  const matter = `/api/matters/${opened.id}`;
  const message = (await made(aino, `${matter}/messages`, aMail({ needId: unshared, fileIds: [file] }))).id;
  const note = (await made(aino, `${matter}/messages`, aMail({ kind: 'note', channel: 'internal' }))).id;
  await sql`update message set body_html = '<p>Hei</p>' where id = ${message}::uuid`.execute(polku.desk.db);
  const step = (await made(aino, `${matter}/steps`, { title: 'Bring the papers', needId: unshared })).id;
  const question = {
    needId: shared,
    toUnitId: town.units.kelaTier2,
    title: 'Housing allowance',
    question: 'What is missing?',
    basis: 'consent',
    givenHow: 'voice',
    ground: 'Agreed at the desk',
  };
  const answered = (await made(aino, `${matter}/requests`, question)).id;
  const answerFile = await anUpload(mika, 'laskelma.txt');
  await fine(mika, 'POST', `/api/requests/${answered}/entries`, { kind: 'answered', text: 'So much', fileIds: [answerFile] });
  const request = (await made(aino, `${matter}/requests`, question)).id;
  const upload = await anUpload(aino);
  const leftAtDesk = { kind: 'original', title: 'Lease', pages: 2, needId: unshared, returnBy: '2099-01-01' };
  const document = (await made(aino, `${matter}/documents`, leftAtDesk)).id;
  const scan = aFile('scan.pdf', '%PDF-1.4\n%%EOF\n');
  const documentFile = (await fine<Made>(aino, 'POST', `/api/documents/${document}/files`, scan.body, scan.headers)).id;
  const order = (await made(aino, `${matter}/orders`, anOrder)).id;
  const notice = await aNotice(service, opened.id);
  const wrapped = (await made(aino, `${matter}/contacts`, { channel: 'phone' })).id;
  await fine(aino, 'PUT', `/api/contacts/${wrapped}/wrap-up`, {});
  const tally = (await made<{ id: number }>(aino, '/api/tallies', { kind: 'where-is' })).id;
  await aino.call('PUT', `/api/drafts/matter.${opened.id}`, { body: { text: 'unsent' } });
  const slip = await made<{ number: string; pin: string }>(aino, `${matter}/slip`, { namesAgreed: false });
  const left = await anUpload(aino);
  const waiting = (await made(aino, `${matter}/messages`, aMail({ channel: 'link', fileIds: [left] }))).id;
  const collecting = (await made(aino, '/api/collectings', { number: slip.number, pin: slip.pin })).id;
  const now = (await aino.call<Page>('GET', matter)).body;
  const kept = await administered(admin, town);
  const quarantined = randomUUID();
  await sql`insert into mail_in (id, mailbox_id, raw_hash, state, reason) values (${quarantined}::uuid, ${kept.mailbox}::uuid, ${quarantined}, 'quarantined', 'too-large')`.execute(
    polku.desk.db,
  );
  const link = await inTransaction(polku.desk.db, (trx) => createSecretLink(trx, opened.id));
  const claim = await aClaim(service, opened.id);
  const mappings = await mappingsOf(aino, opened.id);
  return {
    town,
    email,
    colleagues: await colleagues(service, town),
    callers: { aino, mika, admin, manager, tiina: await signIn(town.tiina) },
    matter: opened.id,
    version: now.version,
    contact: opened.contactId,
    wrapped,
    order,
    answered,
    answerFile,
    customer: page.customer.id,
    arrangement: page.customer.arrangements[0]?.id as string,
    needs: { shared, unshared },
    other,
    closed,
    linked,
    file,
    upload,
    document,
    documentFile,
    notice,
    dataRequest: await aDataRequest(service, opened.id),
    ...(await cardsOf(service, town, aino)),
    specialist: await aSpecialist(aino, town),
    ...(await guidesOf(service, town, aino)),
    ...(await queueOf(service, town, aino, admin, opened.id)),
    bulletin: (await fine<Made>(admin, 'POST', '/api/knowledge/bulletins', aBulletin(town.organisations.city), once())).id,
    lifePackage: await aPackage(service.polku.desk.db, town),
    ...(await supportOf(town, admin, aino, opened.id)),
    restriction: await aRestriction(service, await aPlainMatter(aino)),
    message,
    note,
    step,
    request,
    slip,
    collecting,
    waiting,
    left,
    share: now.shares[0]?.id as string,
    tally: String(tally),
    link,
    claim,
    ...mappings,
    ...kept,
    quarantined,
  };
}

/** One under way, one that may be decided, one that waits for its customer's yes. */
async function mappingsOf(aino: Caller, matterId: string) {
  const mapping = (await made(aino, `/api/matters/${matterId}/mappings`, undefined)).id;
  const ready = async () => {
    const { id } = await made(aino, `/api/matters/${await aPlainMatter(aino)}/mappings`, undefined);
    await fine(aino, 'PATCH', `/api/mappings/${id}`, { version: 1, answers: { channel: 'self-service', chosenBy: 'customer' } });
    return id;
  };
  const [readyMapping, decidedMapping] = [await ready(), await ready()];
  await fine(aino, 'PUT', `/api/mappings/${decidedMapping}/decision`);
  return { mapping, readyMapping, decidedMapping };
}

/** Somebody who signed in says that the matter is theirs. */
async function aClaim(service: App, matterId: string): Promise<string> {
  const { customerId } = await signInCustomer(service);
  const claim = { matter_id: matterId, customer_id: customerId };
  return (await service.polku.desk.db.insertInto('matter_claim').values(claim).returning('id').executeTakeFirstOrThrow()).id;
}

/** As the telling of customers writes one, without waiting for it. */
async function aNotice({ polku }: App, matterId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into notice (matter_id, customer_id, owner_org, channel, language, not_before)
    select id, customer_id, owner_org, 'collect', 'fi', now() from matter where id = ${matterId}::uuid returning id`.execute(polku.desk.db);
  const id = (rows[0] as { id: string }).id;
  await sql`insert into notice_thing (thing, notice_id, kind) values (${`of-the-world:${id}`}, ${id}::uuid, 'need-settled')`.execute(
    polku.desk.db,
  );
  return id;
}

export type World = Awaited<ReturnType<typeof aWorld>>;

type Page = { version: number; needs: Made[]; shares: Made[]; customer: Made & { arrangements: Made[] } };

export async function aPlainMatter(keeper: Caller, parts: Record<string, unknown> = {}): Promise<string> {
  return (
    await made(keeper, '/api/matters', { contact: { channel: 'counter', summary: 'Asks' }, needs: [{ ownWords: 'Moving' }], ...parts })
  ).id;
}

export const anOrder = { kind: 'interpreter', language: 'so', way: 'phone', at: '2099-01-01T10:00:00Z', minutes: 30 };

export const aMail = (parts: Record<string, unknown> = {}) => ({
  kind: 'message',
  channel: 'email',
  language: 'fi',
  body: 'Hei',
  ...parts,
});

export async function anUpload(keeper: Caller, name = 'todistus.txt', words = 'words in a file'): Promise<string> {
  const { body, headers } = aFile(name, words);
  return (await fine<Made>(keeper, 'POST', '/api/files', body, headers)).id;
}

/** What the city's administrator keeps. */
async function administered(admin: Caller, { organisations: { city, kela }, units, point }: Town) {
  const names = (text: string) => ({ fi: text, sv: text, en: text });
  const words = { subject: 'Asia', body: 'Teksti' };
  const person = await made<Made & { grants: Made[] }>(admin, '/api/admin/people', {
    name: 'Pirkko Person',
    email: `${randomUUID()}@polku.test`,
    grant: { role: 'receptionist', organisationId: city },
  });
  await fine(admin, 'POST', `/api/admin/people/${person.id}/grants`, { role: 'guard', organisationId: city });
  await fine(admin, 'PUT', `/api/admin/people/${person.id}/units/${units.front}`);
  const agreement = await made(admin, '/api/admin/agreements', {
    principalId: kela,
    providerId: city,
    tasks: ['inform'],
    wording: {},
    validFrom: '2026-01-01',
    validUntil: '2099-12-31',
  });
  const template = await made(admin, '/api/admin/templates', {
    key: `text-${randomUUID().slice(0, 8)}`,
    kind: 'answer',
    organisationId: city,
    texts: { fi: words, sv: words, en: words },
  });
  const mailbox = await made(admin, '/api/admin/mailboxes', {
    address: `${randomUUID()}@city.test`,
    organisationId: city,
    displayName: names('City'),
    unitId: units.front,
  });
  return {
    person: person.id,
    mailbox: mailbox.id,
    grant: person.grants[0]?.id as string,
    agreement: agreement.id,
    template: template.id,
    point,
    names,
  };
}

export async function made<T extends object = Made>(caller: Caller, url: string, body: unknown): Promise<T> {
  return fine<T>(caller, 'POST', url, body, once());
}

/** A call that has to work; else the test's own set-up is at fault and says so. */
export async function fine<T = unknown>(
  caller: Caller,
  method: string,
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<T> {
  const answer = await caller.call<T>(method, url, body, headers);
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
  return answer.body;
}

export type Stranger = { name: string; role: Role; caller: Caller; by: By };

/** City A's own people whose work does not bring them to matters: guards, supporters, the development team ... */
async function colleagues(service: App, town: Town): Promise<Stranger[]> {
  const keepers = ['service-advisor', 'receptionist', 'point-manager', 'digital-support-advisor', 'administrator'];
  const apart = roles.filter((role) => !keepers.includes(role));
  return Promise.all(apart.map((role) => aStranger(service, `${role} of city A`, role, town.organisations.city, town.units.front)));
}

async function aStranger(service: App, name: string, role: Role, organisationId: string, unit: string): Promise<Stranger> {
  const by = await aPerson(service.polku.desk.db, { name, role, organisationId, units: [unit] });
  return { name, role, by, caller: await service.signIn(by) };
}

/** One person of each role at an organisation that has nothing to do with city A: its neighbour, and an authority not asked. */
export async function strangers(service: App): Promise<Stranger[]> {
  const { desk } = service.polku;
  const town = await aTown(desk.db, desk.clock);
  const places = [
    { name: 'neighbour', organisationId: town.organisations.neighbour, unit: town.units.neighbourFront },
    { name: 'other authority', organisationId: town.organisations.dvv, unit: town.units.dvvTier2 },
  ];
  return Promise.all(
    places.flatMap(({ name, organisationId, unit }) =>
      roles.map((role) => aStranger(service, `${role} of ${name}`, role, organisationId, unit)),
    ),
  );
}
