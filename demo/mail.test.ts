import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerDue } from '../server/modules/channels/email/answering/service.ts';
import { mailReach } from '../server/modules/channels/email/mailboxes/reach.ts';
import { mailboxOfRegion } from '../server/modules/channels/email/sending/queries.ts';
import type { SendingMailbox } from '../server/modules/channels/email/sending/types.ts';
import { currentDirectory } from '../server/modules/directory/service.ts';
import { systemClock } from '../server/platform/clock/clock.ts';
import { openDisk } from '../server/platform/files/disk.ts';
import { createApp } from '../server/platform/http/app.ts';
import { generateKeyring, readKeyring } from '../server/platform/keys/keyring.ts';
import { createLog } from '../server/platform/log/log.ts';
import { aBrowser } from '../server/testing/browser.ts';
import { testDatabase } from '../server/testing/database.ts';
import { mattersOf } from '../server/testing/mail-town.ts';
import { type DemoMail, openDemoMail } from './mail.ts';
import { seedPeople } from './seed/seed.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'polku-demo-mail-'));
const files = await openDisk(join(folder, 'files'));
const log = createLog('error');
const deps = {
  desk: { db, clock: systemClock, directory: currentDirectory(db, systemClock) },
  files,
  keys: readKeyring(generateKeyring()),
  log,
  reach: mailReach(['127.0.0.0/8']),
};
const app = await createApp({ config: { publicUrl: 'http://localhost:3000' }, log });
let mail: DemoMail;
let origin: string;

beforeAll(async () => {
  await seedPeople(db);
  mail = await openDemoMail(app, deps, { dataDir: folder, demoSmtpPort: 0 });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
  await files.close();
  await rm(folder, { recursive: true, force: true });
});

async function mallila() {
  const { id } = await db.selectFrom('organisation').select('id').where('key', '=', 'mallila').executeTakeFirstOrThrow();
  return (await mattersOf(db, id)).filter(({ email }) => email === 'oona@posti.example');
}

function send(to: string) {
  const transport = createTransport({ host: '127.0.0.1', port: mail.port, ignoreTLS: true });
  return transport.sendMail({
    from: 'Oona Metsä <oona@posti.example>',
    to,
    subject: 'Asumistuki',
    text: 'Hei, miten haen asumistukea? Kiitos.',
  });
}

test('a mail to the demo’s port opens a matter, its answer is shown and answered on the page', async () => {
  await send('asiointi@mallila.example');
  expect(await mallila()).toMatchObject([{ title: 'Asumistuki', language: 'fi', messages: [{ direction: 'in' }] }]);
  expect(await answerDue(deps, mail.deliver)).toBe(1);

  const browser = aBrowser(origin);
  const page = await (await browser.send('/demo/outbox?lang=fi')).text();
  expect(page).toContain('<html lang="fi">');
  expect(page).toContain('Saimme viestisi (');
  expect(page).toContain('oona@posti.example');
  const action = /action="(\/demo\/outbox\/[\w-]+\/replies)"/.exec(page)?.[1] as string;
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] as string;
  const answer = await browser.send(action, {
    method: 'POST',
    body: new URLSearchParams({ text: 'kiitos', _csrf: token }),
    headers: { origin },
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/demo/outbox?done=replied']);
  const [matter, ...others] = await mallila();
  expect(others).toEqual([]);
  expect(matter?.messages.map(({ body }) => body)).toEqual(['Hei, miten haen asumistukea? Kiitos.', 'kiitos']);
  expect(matter?.messages[1]?.quoted).toContain('saimme sähköpostisi');
});

test('a first mail can be written on the page; without the form’s token it is refused', async () => {
  const browser = aBrowser(origin);
  const page = await (await browser.send('/demo/outbox?lang=sv')).text();
  expect(page).toContain('Skriv som invånare');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] as string;
  const form = { from: 'kalle@posti.example', subject: '<b>Hej</b>', text: 'Hej, jag vill ha hjälp med mitt ärende.' };
  const post = (body: object) =>
    browser.send('/demo/outbox/mails', { method: 'POST', body: new URLSearchParams({ ...body }), headers: { origin } });
  expect((await post(form)).status).toBe(403);
  expect((await post({ ...form, _csrf })).headers.get('location')).toBe('/demo/outbox?done=sent');
  expect(await answerDue(deps, mail.deliver)).toBe(1);
  const shown = await (await browser.send('/demo/outbox?done=sent')).text();
  expect(shown).toContain('Ditt meddelande kom fram');
  expect(shown).toContain('Vi har fått ditt meddelande');
  expect(shown).not.toContain('<b>');
});

test('mail for nobody here is refused, and there is nothing to answer where nothing was sent', async () => {
  await expect(send('muu@mallila.example')).rejects.toMatchObject({ responseCode: 550 });
  await expect(send('oona@toinen.example')).rejects.toMatchObject({ responseCode: 550 });
  const browser = aBrowser(origin);
  const page = await (await browser.send('/demo/outbox')).text();
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] as string;
  const unknown = await browser.send('/demo/outbox/..%2f..%2fkeys/replies', {
    method: 'POST',
    body: new URLSearchParams({ text: 'x', _csrf }),
    headers: { origin },
  });
  expect(unknown.status).toBe(404);
});

test('what came with a mail is opened from the page: the picture in place, the calendar as a file; what is not there is not', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4AWNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==', 'base64');
  const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Polku//FI\r\nEND:VCALENDAR\r\n';
  const mailbox = await mailboxOfRegion(db);
  await mail.deliver(
    {
      mailbox: mailbox as SendingMailbox,
      ...{ recipient: 'oona@posti.example', replyTo: 'asiointi@mallila.example', messageId: 'kuva@mallila.example' },
      ...{ inReplyTo: null, references: [], language: 'fi', subject: 'Aikasi on varattu', text: 'Hei!', automatic: null, files: [] },
      calendar: { method: 'PUBLISH', content },
      picture: { name: 'qr.png', png, words: 'QR-koodi' },
    },
    new AbortController().signal,
  );
  const browser = aBrowser(origin);
  const page = await (await browser.send('/demo/outbox?lang=fi')).text();
  const [, name] = /<h2 id="s-([\w-]+)"[^>]*>Aikasi on varattu</.exec(page) as unknown as [string, string];
  const [, picture] = new RegExp(`<img src="(/demo/outbox/${name}/pictures/\\d)"`).exec(page) as unknown as [string, string];
  const [, calendar] = new RegExp(`<a href="(/demo/outbox/${name}/files/\\d)">aika.ics`).exec(page) as unknown as [string, string];
  const got = await browser.send(picture);
  expect([got.headers.get('content-type'), Buffer.from(await got.arrayBuffer())]).toEqual(['image/png', png]);
  const file = await browser.send(calendar);
  expect([file.headers.get('content-disposition'), await file.text()]).toEqual(["attachment; filename*=UTF-8''aika.ics", content]);
  const others = [`/demo/outbox/${name}/files/9`, calendar.replace('files', 'pictures'), '/demo/outbox/..%2f..%2fkeys/files/0'];
  for (const other of others) expect((await browser.send(other)).status).toBe(404);
});
