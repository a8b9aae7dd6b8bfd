import type { Locator, Page } from '@playwright/test';
import { type MailServer, startMailServer } from '../server/testing/mail-server.ts';
import { type Audited, auditOf } from './database.ts';
import { choose, composer, line, path } from './desk.ts';
import { addMailbox } from './mailbox.ts';
import { bare, type ResidentMail, residentMail, thread } from './resident-mail.ts';
import { expect, test } from './service.ts';

const OFFICE = 'neuvonta@mallila.example';
const RESIDENT = 'aada.lind@posti.example';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n',
);
/** A message leaves a minute after it was sent; the rest is for a busy machine. */
const LEAVES_WITHIN_MS = 90_000;
const AUTHORITY = /kela|kansaneläkelaitos|fpa/i;

let server: MailServer;
let resident: ResidentMail;
test.beforeAll(async () => {
  server = await startMailServer([OFFICE, RESIDENT]);
  resident = await residentMail(server, 'Aada Lind', RESIDENT);
});
test.afterAll(async () => {
  await resident?.close();
  await server?.stop();
});

/** Journey 1. */
test('a mail becomes a matter, goes up through the tiers, and its answers reach the sender', async ({ service, person }) => {
  test.setTimeout(240_000);
  await addMailbox(await person('Outi Lehtola'), OFFICE, server);
  const aino = await person('Aino Korpela');
  await aino.goto('/desk/matters?view=unit');
  await expect(line(aino, /./).first()).toBeVisible();
  const loaded: string[] = [];
  aino.on('load', () => loaded.push(aino.url()));
  const firstId = await test.step('a mail comes in and stands in the list by itself', () => mailComesIn(aino));
  await test.step('tier 1 takes it and directs the need', () => takeAndDirect(aino));
  await test.step('tier 1 asks tier 2', () => askTierTwo(aino));
  const mika = await person('Mika Ranta');
  await test.step('tier 2 forwards to tier 3', () => forward(mika));
  await test.step('tier 3 answers', async () => answer(await person('Sari Niemi'), 'Etuus on 480 euroa kuukaudessa heinäkuun alusta.'));
  await test.step('tier 2 checks and answers down', () => answer(mika, 'Tuki on 480 euroa kuukaudessa heinäkuun alusta.'));
  await test.step('tier 1 sees the answer by itself and writes to the customer', () => replyTwice(aino));
  const reply = await test.step('the reply is in the mailbox, in its thread', () => replyArrives(firstId));
  await test.step('the secret answer came only as a notice', noticeArrives);
  await test.step('the sender thanks, and it joins', () => thanks(aino, reply));
  const matterId = new URL(aino.url()).pathname.split('/').at(-1) as string;
  await test.step('wrapped up in three taps', () => wrapUp(aino));
  await test.step('all of it is on the audit log', async () => expectAudited(await auditOf(service, matterId)));
  expect(loaded, 'what came was seen without loading anything anew').toEqual([]);
});

async function mailComesIn(aino: Page): Promise<string> {
  const id = await resident.send({
    to: OFFICE,
    subject: 'Asumistuki muuton jälkeen',
    text: 'Hei,\n\nmuutin kesäkuussa ja vuokrani nousi. Paljonko asumistukea saan jatkossa? Liitteenä vuokrasopimus.\n\nTerveisin\nAada Lind',
    attachments: [{ filename: 'vuokrasopimus.pdf', content: PDF }],
  });
  await expect(line(aino, 'Aada Lind')).toBeVisible();
  await line(aino, 'Aada Lind').click();
  await expect(aino.getByRole('heading', { level: 1, name: 'Asumistuki muuton jälkeen' })).toBeVisible();
  await expect(path(aino)).toContainText('Paljonko asumistukea saan jatkossa?');
  const file = aino.getByRole('link', { name: 'vuokrasopimus.pdf' });
  const [download] = await Promise.all([aino.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('vuokrasopimus.pdf');
  return bare(id);
}

async function takeAndDirect(aino: Page): Promise<void> {
  await aino.getByRole('button', { name: 'Ota itsellesi' }).click();
  await expect(aino.getByRole('button', { name: 'Ota itsellesi' })).toBeHidden();
  await aino.locator('.need-name').click();
  const panel = aino.getByRole('dialog');
  await panel.getByLabel('Palvelu', { exact: true }).fill('Asumistuki');
  await panel.getByRole('combobox', { name: 'Viranomainen' }).fill('Kansan');
  await aino.getByRole('option', { name: 'Kansaneläkelaitos' }).click();
  await panel.getByRole('button', { name: /Tallenna/ }).click();
  await expect(aino.locator('.need-row')).toContainText('Kansaneläkelaitos');
}

async function askTierTwo(aino: Page): Promise<void> {
  const form = await composer(aino, 'Tukipyyntö');
  await choose(form, 'Keneltä', 'Kelan asiantuntijat, Mallila');
  await form.getByLabel('Otsikko').fill('Tuen määrä uudella vuokralla');
  await form.getByLabel('Kysymys asiantuntijalle').fill('Vuokra nousi muutossa. Mikä tuen määrä on heinäkuusta?');
  await choose(form, 'Luovutuksen peruste', 'Asiakkaan suostumus');
  // The words to read out are offered in the customer's language.
  await expect(form.getByLabel('Asiakkaalle näytetty tai luettu teksti')).toHaveValue(/^Suostun siihen.*Kansaneläkelaitos/);
  await choose(form, 'Miten suostui', 'Suullisesti');
  await form.getByRole('button', { name: /Lähetä tukipyyntö/ }).click();
  await expect(path(aino)).toContainText('Tukipyyntö tasolle 2');
}

async function forward(mika: Page): Promise<void> {
  await openQuestion(mika);
  await mika.getByRole('button', { name: 'Ota itsellesi' }).click();
  const form = await composer(mika, 'Siirrä tasolle 3');
  await choose(form, 'Kenelle', 'Kelan etuuskäsittely');
  await form.getByRole('textbox').fill('Mikä on uusi määrä?');
  await form.getByRole('button', { name: /Siirrä tasolle 3/ }).click();
  await expect(mika.getByRole('main')).toContainText('siirsi tasolle 3');
}

async function answer(page: Page, words: string): Promise<void> {
  if (!page.url().includes('/requests/')) {
    await openQuestion(page);
    await page.getByRole('button', { name: 'Ota itsellesi' }).click();
  }
  const form = await composer(page, 'Vastaa');
  await form.getByRole('textbox').fill(words);
  await form.getByRole('button', { name: /Vastaa/ }).click();
  await expect(page.getByRole('main')).toContainText('Vastattu');
}

async function openQuestion(page: Page): Promise<void> {
  await page.goto('/desk/requests?view=unit');
  await line(page, 'Tuen määrä uudella vuokralla').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tuen määrä uudella vuokralla' })).toBeVisible();
}

async function replyTwice(aino: Page): Promise<void> {
  await path(aino).getByRole('button', { name: 'Vastaa asiakkaalle' }).click();
  const form = aino.getByRole('form', { name: 'Viesti' });
  await expect(form.getByLabel('Viestin teksti')).toHaveValue(/480 euroa/);
  await form.getByLabel('Viestin teksti').fill('Hei Aada, vuokrasopimuksesi on saapunut, ja asumistuki tarkistetaan heinäkuun alusta.');
  await send(form, 'Lähetä');
  await expect(path(aino)).toContainText('Vastaus lähtee asiakkaalle');
  await choose(form, 'Sisältö', 'Salassa pidettävä');
  await form.getByLabel('Viestin teksti').fill('Kela maksaa sinulle 480 euroa kuukaudessa terveydentilasi vuoksi.');
  await send(form, 'Lähetä suojattuna');
}

async function send(form: Locator, label: string): Promise<void> {
  await form.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  await expect(form.getByLabel('Viestin teksti')).toHaveValue('');
}

async function replyArrives(firstId: string) {
  const reply = await resident.awaited((mail) => mail.text?.includes('vuokrasopimuksesi on saapunut') ?? false, LEAVES_WITHIN_MS);
  expect(thread(reply).inReplyTo).toBe(firstId);
  expect(thread(reply).references).toContain(firstId);
  expect(reply.subject).not.toMatch(AUTHORITY);
  return reply;
}

async function noticeArrives(): Promise<void> {
  expect((await resident.read())[0]?.headers.get('auto-submitted'), 'at once: that the mail has come').toBe('auto-replied');
  const notice = await resident.awaited(isSecretsNotice, LEAVES_WITHIN_MS);
  const words = `${notice.subject} ${notice.text} ${notice.html || ''}`;
  expect(words).not.toMatch(AUTHORITY);
  expect(words).not.toMatch(/480|euro|terveydentila|asumis|vuokra/i);
  expect(notice.attachments).toEqual([]);
  for (const mail of await resident.read()) expect(`${mail.text} ${mail.html || ''}`).not.toMatch(/480|terveydentila/);
}

/** Apart from the notices of how the matter goes on. */
function isSecretsNotice({ headers, subject }: Awaited<ReturnType<typeof replyArrives>>): boolean {
  return headers.get('auto-submitted') === 'auto-generated' && /^Sinulle on viesti/.test(subject ?? '');
}

async function thanks(aino: Page, reply: Awaited<ReturnType<typeof replyArrives>>): Promise<void> {
  const replyTo = reply.replyTo?.value[0]?.address as string;
  await resident.send({
    to: replyTo,
    subject: `Re: ${reply.subject}`,
    inReplyTo: reply.messageId as string,
    references: [...thread(reply).references.map((id) => `<${id}>`), reply.messageId as string],
    text: 'kiitos',
  });
  await expect(path(aino).getByText('kiitos', { exact: true })).toBeVisible();
  await expect(path(aino)).toHaveText(/on saapunut.*kiitos/s);
  await expect(line(aino, 'Aada Lind'), 'nothing new for somebody to take').toHaveCount(0);
}

async function wrapUp(aino: Page): Promise<void> {
  await aino.locator('#main').focus();
  const taps = [
    () => aino.keyboard.press('w'),
    () => aino.getByRole('dialog').getByRole('radio', { name: 'Hoitui' }).check({ force: true }),
    () => aino.keyboard.press('Control+Enter'),
  ];
  for (const tap of taps) await tap();
  await expect(aino.getByText('Kirjattiin ja päätettiin: Asumistuki muuton jälkeen')).toBeVisible();
}

function expectAudited(audited: Audited[]): void {
  const did = audited.map(({ action, person }) => `${action} ${person ?? 'by itself'}`);
  // Looks come and go with the pages; a notice is planned when its reaction runs.
  const looks = /\.(?:read|previewed|planned) /;
  expect(did.filter((line) => !looks.test(line))).toEqual([
    'matter.opened by itself',
    'message.received by itself',
    'matter.taken Aino Korpela',
    'need.changed Aino Korpela',
    'need.shared Aino Korpela',
    'request.asked Aino Korpela',
    'request.claimed Mika Ranta',
    'request.asked Mika Ranta',
    'request.forwarded Mika Ranta',
    'request.claimed Sari Niemi',
    'request.answered Sari Niemi',
    'request.answered Mika Ranta',
    'message.written Aino Korpela',
    'message.written Aino Korpela',
    'message.left by itself',
    'message.left by itself',
    'message.received by itself',
    'need.settled Aino Korpela',
    'contact.wrapped-up Aino Korpela',
    'matter.closed Aino Korpela',
  ]);
  const looked = ['matter.read Aino Korpela', 'file.read Aino Korpela', 'request.read Mika Ranta', 'request.read Sari Niemi'];
  expect(did).toEqual(expect.arrayContaining([...looked, 'notice.planned by itself']));
  expect(audited.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
}
