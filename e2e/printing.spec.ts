import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

type Device = { id: string; name: string; kind: string };

async function mallila(riitta: Page, origin: string): Promise<string> {
  const { points } = await send<{ points: { id: string; key: string }[] }>(riitta, origin, 'GET', '/api/directory');
  return points.find(({ key }) => key === 'mallila')?.id as string;
}

/** A kiosk of Mallila with this printer, at the page where its code is typed; what is written to its serial line is heard. */
async function aKiosk(browser: Browser, riitta: Page, origin: string, printer: object) {
  const url = `/api/queue/points/${await mallila(riitta, origin)}/devices`;
  const { id } = await send<Device>(riitta, origin, 'POST', url, { kind: 'kiosk', name: 'Ovi', settings: { printer } });
  const { code } = await send<{ code: string }>(riitta, origin, 'PUT', `/api/queue/devices/${id}/pairing-code`);
  const page = await (await browser.newContext({ locale: 'fi-FI', viewport: { width: 1080, height: 1920 } })).newPage();
  const papers: string[] = [];
  await page.exposeFunction('heard', (base64: string) => void papers.push(Buffer.from(base64, 'base64').toString('latin1')));
  await page.addInitScript(SERIAL_LINE);
  await page.goto(`${origin}/kiosk/`);
  await page.getByLabel('Koodi').fill(code);
  await page.keyboard.press('Enter');
  return { page, papers };
}

/** Web Serial as a browser gives it: a port is there once it has been chosen, and every ticket opens it anew. No machine here has a line. */
const SERIAL_LINE = `{
  const written = (bytes) => window.heard(btoa(String.fromCharCode(...bytes)));
  const port = { open: async () => { port.writable = new WritableStream({ write: written }); }, close: async () => { port.writable = null; }, writable: null };
  const chosen = () => (localStorage.getItem('test-line') ? [port] : []);
  const serial = { getPorts: async () => chosen(), requestPort: async () => { localStorage.setItem('test-line', 'yes'); return port; } };
  Object.defineProperty(navigator, 'serial', { value: serial });
}`;

async function takeNumber(page: Page, names: readonly RegExp[]): Promise<string> {
  for (const name of names) await page.getByRole('button', { name }).first().click();
  return /[A-Z]\d+/.exec(await page.locator('h1 .k-code').innerText())?.[0] ?? '';
}
const finnish = [/^Suomi/, /^En tiedä/, /^Jatka$/, /^Ota numero$/];
const swedish = [/^Svenska/, /vet inte/, /^Fortsätt$/, /^Ta ett nummer$/];

test('a kiosk with a preview printer shows the paper of the number', async ({ browser, person, service }) => {
  const { page } = await aKiosk(browser, await person('Riitta'), service.origin, { kind: 'preview', width: 58 });
  const code = await takeNumber(page, swedish);
  await expect(page.getByRole('img', { name: `Biljett: nummer ${code}` })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Så här ser din biljett ut på papper.' })).toBeVisible();
  await expectAccessible(page);
});

test('a printer that does not answer is told, and the number is followed by the code on the screen', async ({
  browser,
  person,
  service,
}) => {
  const { page } = await aKiosk(browser, await person('Riitta'), service.origin, { kind: 'network', host: 'tulostin.invalid', port: 9100 });
  await takeNumber(page, finnish);
  await expect(page.getByText('Lippu ei tulostunut. Lue QR-koodi puhelimella tai paina numero mieleesi.')).toBeVisible();
  await expect(page.getByRole('img', { name: /QR-koodi/ })).toBeVisible();
  await expectAccessible(page);
});

test('a serial printer is chosen once at pairing, and prints each number once, without network too', async ({
  browser,
  person,
  service,
}) => {
  const { page, papers } = await aKiosk(browser, await person('Riitta'), service.origin, { kind: 'serial' });
  await expect(page.getByRole('heading', { name: 'Valitse tulostin' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Valitse tulostin' }).click();
  await page.getByRole('button', { name: 'Tulosta koelippu' }).click();
  await expect(page.getByRole('status')).toContainText('Koelippu lähti tulostimelle');
  expect(papers.join()).toContain('X000');
  await page.getByRole('button', { name: 'Jatka' }).click();

  const code = await takeNumber(page, finnish);
  await expect(page.getByText('Ota lippu.')).toBeVisible();
  expect(papers.filter((paper) => paper.includes(code))).toHaveLength(1);
  expect(papers.at(-1)).toContain('n\x84yt\x94lt\x84');
  await page.getByRole('button', { name: 'Valmis' }).click();

  await page.context().setOffline(true);
  const offline = await takeNumber(page, finnish);
  await expect(page.getByText('Ota lippu.')).toBeVisible();
  expect(offline).not.toBe(code);
  const [paper, ...more] = papers.filter((each) => each.includes(offline));
  expect(more).toEqual([]);
  expect(paper).toContain('\x1dVB\x00');
  expect(paper).not.toContain('\x1d8L');
  expect(paper).not.toContain('####');
});

test('the manager tries the printer, and reception prints the number it gives', async ({ page, person, signIn, service }) => {
  const riitta = await person('Riitta');
  const point = await mallila(riitta, service.origin);
  const { devices } = await send<{ devices: Device[] }>(riitta, service.origin, 'GET', `/api/queue/points/${point}/devices`);
  const printer = devices.find(({ name }) => name === 'Vastaanoton tulostin') as Device;
  await riitta.goto(`${service.origin}/desk/admin/queues/${point}?tab=devices&open=${printer.id}`);
  await riitta.getByRole('button', { name: 'Tulosta koelippu' }).click();
  await expect(riitta.getByRole('img', { name: 'Koelipun kuva' })).toBeVisible();
  await expect(riitta.getByText('Esikatselu: lippu näyttää tältä.')).toBeVisible();
  await expectAccessible(riitta);
  await riitta.getByText('58 mm', { exact: true }).click();
  await expect(riitta.getByRole('button', { name: 'Tulosta koelippu' })).toBeDisabled();

  await signIn('Leo Salmi');
  await page.goto('/desk/visits');
  await expect(page.getByText('Missä palvelet tänään?')).toBeVisible();
  await page.keyboard.press('g');
  const panel = page.getByRole('dialog', { name: 'Ota kävijä vastaan' });
  await expect(panel.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('palv');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Tulosta numero' }).click();
  await expect(page.getByRole('img', { name: 'Vuoronumeron lippu' })).toBeVisible();
  await expectAccessible(page);
  const printed = page.evaluate('new Promise((tell) => { window.print = () => tell(true); })');
  await page.getByRole('button', { name: 'Tulosta tällä tietokoneella' }).click();
  expect(await printed).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.number-paper')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tulosta tällä tietokoneella' })).toBeHidden();
});
