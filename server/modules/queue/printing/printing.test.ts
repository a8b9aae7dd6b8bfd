import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aDevice, aQueue, atPoint } from '../../../testing/floor.ts';
import { aNetworkPrinter, papersOf } from '../../../testing/printer.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { KioskTicket } from '../kiosk/schema.ts';
import type { ArrivedAnswer } from '../visits/schema.ts';
import type { KioskPrinter, PaperDone } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const printer = await aNetworkPrinter();
const gone = await aNetworkPrinter();
await gone.stop();
const env = { PRINTER_NETWORKS: '127.0.0.0/8', PRINTER_PORTS: `${printer.port},${gone.port},9100` };
const service = await anApp(await testDatabase(), { clock, env });
const { db } = service.polku.desk;
let town: Town;
let admin: Caller;
let aino: Caller;
let reception: string;
let kiosk: { id: string; by: Caller };

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [admin, aino] = [await service.signIn(town.admin), await service.signIn(await atPoint(db, town, 'receptionist'))];
  reception = await aQueue(db, town, { kind: 'reception', prefix: 'R' });
  const { id, cookie } = await aDevice(db, town, 'kiosk');
  kiosk = { id, by: service.caller(cookie) };
});
beforeEach(() => Object.assign(printer, { manner: 'takes', papers: [] }));

const once = () => ({ 'idempotency-key': randomUUID() });
const network = (more: object = {}) => ({ kind: 'network', host: printer.host, port: printer.port, ...more });
const set = (id: string, settings: object | null) =>
  sql`update queue_device set settings = ${JSON.stringify({ printer: settings })}::jsonb where id = ${id}::uuid`.execute(db);
const take = async (language = 'fi') =>
  (await kiosk.by.call<KioskTicket>('POST', '/api/device/visits', { queueId: reception, language, needs: ['wheelchair'] }, once())).body;
const secretOf = ({ page }: { page: string }) => page.split('/').at(-1) as string;
const print = async (ticket: { page: string }, language = 'fi', by = kiosk.by) =>
  by.call<PaperDone>('POST', '/api/device/papers', { secret: secretOf(ticket), language });
const printers = async (by = aino) =>
  (await by.call<{ printers: { id: string; name: string }[] }>('GET', `/api/queue/points/${town.point}/printers`)).body.printers;

describe('at the kiosk', () => {
  test('the number comes out of the printer of the network, in the language said, and tells nothing of whose it is', async () => {
    await set(kiosk.id, network());
    const ticket = await take('sv');
    const { status, body } = await print(ticket, 'sv');
    expect([status, body]).toEqual([200, { outcome: 'printed', bytes: null, picture: null }]);
    const [paper] = (await papersOf(printer, 1)).map((bytes) => bytes.toString('latin1'));
    expect(paper).toContain(ticket.code);
    expect(paper).toContain('Ditt nummer \x84r');
    expect(paper).toContain('\x1dVB\x00');
    expect(paper).toContain('\x1d8L');
    expect(paper).not.toMatch(/Neuvonta|wheelchair|Kela/);
  });

  test('one paper for each number, however often and however at once it is asked', async () => {
    await set(kiosk.id, network());
    const ticket = await take();
    const answers = await Promise.all([print(ticket), print(ticket), print(ticket)]);
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual(['already', 'already', 'printed']);
    expect((await print(ticket)).body.outcome).toBe('already');
    expect(await papersOf(printer, 1)).toHaveLength(1);
  });

  test.each(['tells-paper', 'keeps-open'] as const)('a printer that %s has printed too', async (manner) => {
    printer.manner = manner;
    await set(kiosk.id, network());
    expect((await print(await take())).body.outcome).toBe('printed');
    expect(await papersOf(printer, 1)).toHaveLength(1);
  });

  test('a roll that has ended is told, nothing is sent, and a new roll prints it', async () => {
    printer.manner = 'no-paper';
    await set(kiosk.id, network());
    const ticket = await take();
    expect((await print(ticket)).body.outcome).toBe('no-paper');
    expect(printer.papers).toEqual([]);
    printer.manner = 'takes';
    expect((await print(ticket)).body.outcome).toBe('printed');
  });

  test('a printer that hangs up before it has taken anything may be tried anew', async () => {
    printer.manner = 'hangs-up';
    await set(kiosk.id, network());
    const ticket = await take();
    expect((await print(ticket)).body.outcome).toBe('unreachable');
    printer.manner = 'takes';
    expect((await print(ticket)).body.outcome).toBe('printed');
    expect(await papersOf(printer, 1)).toHaveLength(1);
  });

  test('a printer that breaks off is not sent the same again', async () => {
    printer.manner = 'breaks-off';
    await set(kiosk.id, network());
    const ticket = await take();
    expect((await print(ticket)).body.outcome).toBe('unsure');
    printer.manner = 'takes';
    expect((await print(ticket)).body.outcome).toBe('already');
  });

  test('who does not answer, is no name or is out of reach is told alike for names, and may be tried anew', async () => {
    const ticket = await take();
    for (const [host, port, outcome] of [
      [gone.host, gone.port, 'unreachable'],
      ['printer.invalid', 9100, 'unreachable'],
      ['169.254.169.254', 9100, 'not-allowed'],
      ['::ffff:169.254.169.254', 9100, 'not-allowed'],
      ['10.1.2.3', 9100, 'not-allowed'],
      [printer.host, 5432, 'not-allowed'],
    ] as const) {
      await set(kiosk.id, network({ host, port }));
      const { status, body, text } = await print(ticket);
      expect([status, body.outcome], host).toEqual([200, outcome]);
      expect(text).not.toMatch(/ECONN|ENOTFOUND|127\.|169\.|10\.1/);
    }
    expect(service.lines.filter((line) => line.includes('169.254'))).toEqual([]);
    await set(kiosk.id, network());
    expect((await print(ticket)).body.outcome).toBe('printed');
  });

  test('its own serial printer is handed the bytes once, and blank tickets for when there is no network', async () => {
    await set(kiosk.id, { kind: 'serial', width: 58 });
    const ticket = await take();
    const { body } = await print(ticket);
    expect(Buffer.from(body.bytes ?? '', 'base64').toString('latin1')).toContain(ticket.code);
    expect((await print(ticket)).body).toMatchObject({ outcome: 'already', bytes: null });
    const kept = (await kiosk.by.call<KioskPrinter>('GET', '/api/device/printer')).body;
    expect(kept).toMatchObject({ kind: 'serial', baudRate: 38_400 });
    const blank = Buffer.from(kept.blanks?.en ?? '', 'base64').toString('latin1');
    expect(blank.match(/@@@@/g)).toHaveLength(1);
    expect(blank.match(/########/g)).toHaveLength(1);
    expect(blank).not.toContain('\x1d8L');
  });

  test('a preview is a picture and no paper; no printer is said to be none', async () => {
    await set(kiosk.id, { kind: 'preview' });
    const ticket = await take('en');
    const { outcome, picture } = (await print(ticket, 'en')).body;
    expect([outcome, picture?.startsWith('<svg xmlns')]).toEqual(['picture', true]);
    expect(picture).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script|<style/);
    await set(kiosk.id, null);
    expect((await print(ticket)).body.outcome).toBe('none');
  });

  test('only a number this kiosk gave, as long as it waits', async () => {
    await set(kiosk.id, network());
    const ticket = await take();
    const other = service.caller((await aDevice(db, town, 'kiosk')).cookie);
    expect((await print(ticket, 'fi', other)).status).toBe(404);
    expect((await print(ticket, 'fi', service.caller((await aDevice(db, town, 'display')).cookie))).status).toBe(401);
    expect((await print({ page: 'x/AAAAAAAAAAAAAAAAAAAAAAAAAAA' })).status).toBe(404);
    await sql`update visit set ended_at = ${clock.now()}::timestamptz, ended_how = 'left' where code = ${ticket.code}`.execute(db);
    expect((await print(ticket)).status).toBe(404);
  });
});

describe('at the desk', () => {
  const add = async (settings: object) =>
    (
      await admin.call<{ id: string }>(
        'POST',
        `/api/queue/points/${town.point}/devices`,
        { kind: 'printer', name: 'Vastaanotto', settings: { printer: settings } },
        once(),
      )
    ).body.id;
  const greet = async () =>
    (await aino.call<ArrivedAnswer>('POST', '/api/queue/visits', { pointId: town.point, queueId: reception, language: 'en' }, once())).body;
  const printFor = (visitId: string, body: object, by = aino) => by.call<PaperDone>('POST', `/api/queue/visits/${visitId}/papers`, body);

  test('the reception prints the number it gave, and once more when somebody asks for it', async () => {
    const printerId = await add(network({ width: 58 }));
    expect(await printers()).toEqual([{ id: printerId, name: 'Vastaanotto' }]);
    const { visitId, code } = await greet();
    expect((await printFor(visitId, { printerId })).body.outcome).toBe('printed');
    expect((await printFor(visitId, { printerId })).body.outcome).toBe('already');
    expect((await printFor(visitId, { printerId, again: true })).body.outcome).toBe('printed');
    expect((await papersOf(printer, 2)).map((paper) => paper.includes(code))).toEqual([true, true]);
  });

  test('or its own browser does, from a picture that nobody keeps', async () => {
    const { visitId } = await greet();
    const { status, text, headers } = await aino.call('GET', `/api/queue/visits/${visitId}/ticket.svg`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/svg+xml; charset=utf-8', 'private, no-store']);
    expect(text.startsWith('<svg')).toBe(true);
    const { rows } =
      await sql`select action, person_id from audit_entry where ${visitId}::uuid = any(subjects) and action = 'visit.printed'`.execute(db);
    expect(rows).toHaveLength(1);
  });

  test('by printers of this point, for those who work here', async () => {
    const printerId = await add(network());
    const { visitId } = await greet();
    const nelli = await service.signIn(town.nelli);
    expect((await printFor(visitId, { printerId }, nelli)).status).toBe(404);
    expect((await nelli.call('GET', `/api/queue/visits/${visitId}/ticket.svg`)).status).toBe(404);
    expect((await nelli.call('GET', `/api/queue/points/${town.point}/printers`)).status).toBe(404);
    expect((await printFor(visitId, { printerId: kiosk.id })).status).toBe(404);
    expect((await printFor(visitId, { printerId: randomUUID() })).status).toBe(404);
    expect(printer.papers).toEqual([]);
  });

  test('an authority’s people get no link of another’s visitor', async () => {
    const printerId = await add(network());
    const mika = await service.signIn(await atPoint(db, town, 'authority-specialist', town.organisations.kela));
    const kela = await aQueue(db, town, { organisationId: town.organisations.kela, prefix: 'B' });
    const { visitId } = await greet();
    expect((await printFor(visitId, { printerId }, mika)).body).toMatchObject({ code: 'not-your-queue' });
    expect((await mika.call('GET', `/api/queue/visits/${visitId}/ticket.svg`)).status).toBe(403);
    await aino.call('POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'moved', queueId: kela });
    expect((await mika.call('GET', `/api/queue/visits/${visitId}/ticket.svg`)).status).toBe(200);
    expect(printer.papers).toEqual([]);
  });

  test('a printer is tried by those who keep the point, is paired with nothing, and prints nothing once it is out of use', async () => {
    const id = await add(network());
    const test = (by: Caller) => by.call<PaperDone & { code: string }>('POST', `/api/queue/devices/${id}/test-papers`, { language: 'fi' });
    expect((await test(aino)).status).toBe(403);
    const { outcome, picture } = (await test(admin)).body;
    expect([outcome, picture?.startsWith('<svg')]).toEqual(['printed', true]);
    expect((await papersOf(printer, 1))[0]?.includes('X000')).toBe(true);
    expect((await admin.call<{ code: string }>('PUT', `/api/queue/devices/${id}/pairing-code`)).body.code).toBe('printer-not-paired');
    await admin.call('PATCH', `/api/queue/devices/${id}`, { settings: { printer: null }, version: 1 });
    expect((await test(admin)).body.code).toBe('no-printer');
    await admin.call('PATCH', `/api/queue/devices/${id}`, { revoked: true, version: 2 });
    expect((await test(admin)).status).toBe(404);
    expect((await printers()).some((one) => one.id === id)).toBe(false);
  });

  test('what is no printer is refused', async () => {
    for (const settings of [
      network({ host: '' }),
      network({ port: 0 }),
      { kind: 'network' },
      { kind: 'serial', baudRate: 1 },
      network({ cpl: 9 }),
    ]) {
      const body = { kind: 'kiosk', name: 'A', settings: { printer: settings } };
      expect((await admin.call('POST', `/api/queue/points/${town.point}/devices`, body, once())).status).toBe(422);
    }
  });
});
