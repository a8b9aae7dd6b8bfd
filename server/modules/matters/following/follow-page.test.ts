import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { samples } from '../../../platform/files/samples.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident, type Resident } from '../../../testing/resident.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import { createSecretLink, revokeLinks } from '../../identity/service.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const origin = await app.listen();

let town: Town;
let resident: Resident;
let matterId: string;
beforeEach(async () => {
  clock.set('2026-11-23T08:00:00Z');
  town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  matterId = (await aMatter(town, town.aino, { language: 'en' })).id;
  resident = aResident(origin);
});

const linkTo = (id: string, days = 90) => inTransaction(db, (trx) => createSecretLink(trx, id, days, clock.now()));
const openLink = async (path = '') => resident.open(`/a/${await linkTo(matterId)}${path}`);

type Told = {
  body: string;
  sensitivity?: string;
  state?: string;
  channel?: string;
  direction?: string;
  kind?: string;
  author?: string | null;
};
async function tell({
  body,
  sensitivity = 'normal',
  state = 'sent',
  channel = 'link',
  direction = 'out',
  kind = 'message',
  author = town.aino.actor.personId,
}: Told) {
  const written = await sql<{
    id: string;
  }>`insert into message (matter_id, owner_org, kind, direction, channel, sensitivity, body, state, author_id, created_at, sent_at)
    values (${matterId}::uuid, ${town.organisations.city}::uuid, ${kind}, ${direction}, ${channel}, ${sensitivity}, ${body}, ${state}, ${author}::uuid, ${clock.now()}::timestamptz, ${clock.now()}::timestamptz) returning id`.execute(
    db,
  );
  return (written.rows[0] as { id: string }).id;
}

async function step(
  title: string,
  who: string,
  state: string,
  parts: { organisationId?: string; deadlineAt?: string; place?: string } = {},
) {
  await sql`insert into step (matter_id, owner_org, position, title, who, organisation_id, place, deadline_at, state)
    values (${matterId}::uuid, ${town.organisations.city}::uuid, (select count(*) + 1 from step where matter_id = ${matterId}::uuid), ${title}, ${who}, ${parts.organisationId ?? null}::uuid,
      ${parts.place ?? ''}, ${parts.deadlineAt ?? null}::timestamptz, ${state})`.execute(db);
}

describe('what the page shows', () => {
  test('whose turn it is, the next step with its deadline, the path, that it is a part, and where else to ask', async () => {
    await step('Made a plan', 'staff', 'done');
    await step('Send a copy', 'customer', 'now', { deadlineAt: '2026-11-27T14:00:00Z', place: 'Torikuja 4' });
    const page = await openLink();
    expect([page.status, page.path]).toEqual([200, '/a']);
    expect(page.text).toMatch(/Now it is your turn<\/p><h2 id="turn">Send a copy<\/h2>/);
    expect(page.text).toContain('By Fri\u00a027\u00a0Nov, 16:00');
    expect(page.text).toContain('You have 4 days.');
    expect(page.text).toContain('This page shows only a part of your matters.');
    expect(page.text).toMatch(/You told us your matter<[\s\S]{0,80}Done \w{3}\s\d+\s\w{3}/);
    expect(page.text.match(/aria-current="step"/g)).toHaveLength(1);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toMatch(/^(same-origin|no-referrer)$/);
  });

  test('secret content is not in it, nor its file; only that there is a message, and whether it has been told', async () => {
    await tell({ body: 'THE SECRET WORDS', sensitivity: 'secret', state: 'waiting' });
    const page = await openLink();
    expect(page.text).not.toContain('THE SECRET WORDS');
    expect(page.text).toContain('There is a message for you');
    await sql`update message set state = 'told' where matter_id = ${matterId}::uuid`.execute(db);
    const later = await resident.open('/a');
    expect(later.text).toContain('We told you a message at a service point');
    expect(later.text).not.toContain('THE SECRET WORDS');
  });

  test('notes, mails, what is not sent yet and what the system sent stay off it', async () => {
    await tell({ body: 'A NOTE', kind: 'note', direction: 'internal', state: 'noted' });
    await tell({ body: 'BY MAIL', direction: 'in', channel: 'email', state: 'received', author: null });
    await tell({ body: 'NOT YET', state: 'scheduled', channel: 'email' });
    await tell({ body: 'A RECEIPT', channel: 'email', author: null });
    await tell({ body: 'The answer', channel: 'email' });
    const { text } = await openLink();
    for (const hidden of ['A NOTE', 'BY MAIL', 'NOT YET', 'A RECEIPT', 'Asks about moving']) expect(text).not.toContain(hidden);
    expect(text).toContain('The answer');
  });

  test('an authority is named only when the customer has agreed', async () => {
    const dvv = (await app.polku.desk.directory.read()).organisations.find(({ id }) => id === town.organisations.dvv)?.name.en as string;
    await step('Registers the move at the agency', 'authority', 'now', { organisationId: town.organisations.dvv, place: 'Agency hall' });
    const hidden = (await openLink()).text;
    for (const name of [dvv, 'Registers the move', 'Agency hall', town.organisations.dvv]) expect(hidden).not.toContain(name);
    expect(hidden).toContain('Another organisation');
    const aino = await app.signIn(town.aino);
    expect((await aino.call('PUT', `/api/matters/${matterId}/naming`, { agreed: true })).status).toBe(204);
    const shown = (await resident.open('/a')).text;
    for (const name of [dvv, 'Registers the move']) expect(shown).toContain(name);
    expect((await aino.call('PUT', `/api/matters/${matterId}/naming`, { agreed: false })).status).toBe(204);
    expect((await resident.open('/a')).text).not.toContain(dvv);
    const nelli = await app.signIn(town.nelli);
    expect((await nelli.call('PUT', `/api/matters/${matterId}/naming`, { agreed: true })).status).toBe(404);
  });

  test('the language is the matter’s own until the reader chooses, also plain Finnish', async () => {
    expect((await openLink()).text).toContain('<html lang="en">');
    expect((await resident.open('/a?lang=sv')).text).toContain('<html lang="sv">');
    expect((await resident.open('/a')).text).toContain('Så här framskrider ditt ärende');
    expect((await resident.open('/a?lang=fi-x-plain')).text).toContain('Miten asiassasi kävi?');
  });

  test('a promise that was broken is called late', async () => {
    await sql`update matter set due_at = '2026-11-20T08:00:00Z' where id = ${matterId}::uuid`.execute(db);
    expect((await openLink()).text).toMatch(/We promised to answer by Fri\u00a020\u00a0Nov, 10:00[\s\S]*Our answer is late/);
  });
});

describe('links that do not open', () => {
  test('unknown, expired, revoked, forgotten and never opened ones give one and the same page', async () => {
    const other = (await aMatter(town, town.aino)).id;
    const [expired, revoked] = [await linkTo(matterId, 1), await linkTo(other)];
    await inTransaction(db, (trx) => revokeLinks(trx, other, clock.now()));
    clock.advance({ hours: 25 });
    const pages = [];
    for (const path of [`/a/${'x'.repeat(27)}`, `/a/${expired}`, `/a/${revoked}`, '/a', '/a/receipt']) {
      const page = await aResident(origin).browser.send(path, { headers: { accept: 'text/html' } });
      pages.push([page.status, (await page.text()).replaceAll(/[0-9a-f-]{36}/g, 'id').replaceAll(/\/a[^"?]*\?lang/g, '?lang')]);
    }
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]?.[1]).toContain('Asiaa ei voi avata');
    for (const page of pages.slice(1)) expect(page).toEqual(pages[0]);
  });

  test('guessing them is slowed down', async () => {
    const guarded = await anApp(database, { clock, limits: { refused: { max: 5, windowMs: 60_000 } } });
    const statuses = [];
    for (let at = 0; at < 7; at++) statuses.push((await guarded.caller().call('GET', `/a/${String(at).repeat(27)}`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
  });

  test('the device forgets the link when asked to', async () => {
    await openLink();
    const page = await resident.send('/a/forgetting', {});
    expect([page.status, page.path]).toEqual([200, '/a/forgotten']);
    expect(page.text).toContain('Voit avata sen uudelleen linkillä tai lapulla.');
    expect((await resident.open('/a')).status).toBe(404);
  });
});

describe('writing', () => {
  test('with a file, twice at once: one message, the turn is ours, and the file can be fetched', async () => {
    await sql`update matter set awaits = 'customer', due_at = null where id = ${matterId}::uuid`.execute(db);
    await openLink();
    const fields = { ...resident.hidden('/a/messages'), message: 'Here is the copy' };
    const files = [{ name: 'Copy.pdf', bytes: samples.pdf }];
    const answers = await Promise.all([1, 2, 3].map(() => resident.post('/a/messages', fields, files)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const page = await resident.open('/a?done=message');
    expect(page.text.match(/Here is the copy/g)).toHaveLength(1);
    expect(page.text).toContain('We have your message.');
    const matter = (
      await sql<{ awaits: string; due_at: unknown }>`select awaits, due_at from matter where id = ${matterId}::uuid`.execute(db)
    ).rows[0];
    expect(matter).toMatchObject({ awaits: 'us', due_at: expect.anything() });
    const address = /href="(\/a\/messages\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    const file = await resident.browser.send(address);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('attachment; filename="Copy.pdf"'),
    ]);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(samples.pdf);
    const other = aResident(origin);
    await other.open(`/a/${await linkTo((await aMatter(town, town.aino)).id)}`);
    expect((await other.browser.send(address)).status).toBe(404);
    await sql`update message set sensitivity = 'secret' where matter_id = ${matterId}::uuid`.execute(db);
    expect((await resident.browser.send(address)).status).toBe(404);
  });

  test('what is wrong is said, and the words are kept', async () => {
    await openLink();
    expect((await resident.send('/a/messages', { message: '  ' })).status).toBe(422);
    const shown = await resident.send('/a/messages', { message: 'With <it>' }, [
      { name: 'it.exe', bytes: Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1') },
    ]);
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('>\nWith &lt;it&gt;</textarea>');
    expect(shown.text).toContain('cannot be sent');
    expect(shown.text).toContain('?lang=sv');
  });

  test('nothing without our token, and nothing from another site', async () => {
    await openLink();
    const { _csrf, ...rest } = resident.hidden('/a/messages');
    expect((await resident.post('/a/messages', { ...rest, message: 'Forged' })).status).toBe(403);
    expect((await resident.post('/a/outcome', { outcome: 'handled' })).status).toBe(403);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await resident.post('/a/messages', { ...rest, _csrf: _csrf ?? '', message: 'Forged' }, [], foreign)).status).toBe(403);
    expect((await resident.open('/a')).text).not.toContain('Forged');
  });

  test('a matter closed a while ago opens again; one closed long ago says to begin a new one', async () => {
    const close = (at: string) =>
      sql`update matter set state = 'closed', awaits = 'nobody', closed_at = ${at}::timestamptz where id = ${matterId}::uuid`.execute(db);
    await close('2026-10-01T08:00:00Z');
    await openLink();
    const refused = await resident.send('/a/messages', { message: 'Still there?' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This matter has ended');
    await close('2026-11-10T08:00:00Z');
    expect((await resident.send('/a/messages', { message: 'Still there?' })).path).toMatch(/^\/a\?done=message/);
    expect((await sql<{ state: string }>`select state from matter where id = ${matterId}::uuid`.execute(db)).rows[0]?.state).toBe('open');
  });

  test('how it ended is said, changed, and kept beside what staff recorded', async () => {
    await openLink();
    await resident.send('/a/outcome', { outcome: 'neither' });
    const page = await resident.send('/a/outcome', { outcome: 'handled' });
    expect(page.text).toContain('Thank you, we have noted your answer.');
    expect(page.text).toMatch(/value="handled" required checked/);
    const kept = await sql<{
      customer_outcome: string;
      state: string;
    }>`select customer_outcome, state from matter where id = ${matterId}::uuid`.execute(db);
    expect(kept.rows[0]).toEqual({ customer_outcome: 'handled', state: 'open' });
    expect((await resident.post('/a/outcome', { ...resident.hidden('/a/outcome'), outcome: 'perfect' })).status).toBe(422);
  });
});

test('every look and word of a link’s holder is on the audit log, without the link', async () => {
  await openLink();
  await resident.send('/a/messages', { message: 'Hello' });
  const audit = await sql<{
    action: string;
    actor_kind: string;
  }>`select action, actor_kind from audit_entry where matter_id = ${matterId}::uuid and actor_kind <> 'staff' order by at`.execute(db);
  expect(audit.rows.map(({ action, actor_kind }) => `${actor_kind} ${action}`)).toEqual(
    expect.arrayContaining(['link matter.followed', 'system message.received']),
  );
  expect(app.lines.join('')).not.toMatch(/\/a\/[\w-]{27}/);
});
