import { randomUUID } from 'node:crypto';
import { arrivalCodeHash } from '../server/modules/queue/visits/secrets.ts';
import { keysIn } from '../server/platform/config/demo-keys.ts';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { expectWhole } from './desk.ts';
import { aKiosk, alwaysOpen, atMallila, type Point, picture, press } from './kiosk.ts';
import { expect, type Service, test } from './service.ts';

/** As a course would write it. @returns the id */
async function expectAtMeeting(
  service: Service,
  point: Point,
  queueId: string,
  code: string,
  dueAt: Temporal.Instant,
  room: string,
): Promise<void> {
  const keys = await keysIn(service.dataDir);
  await asOwner(service, (client) =>
    client.query('insert into expected_visit (point_id, queue_id, code_hash, due_at, meeting_room) values ($1, $2, $3, $4, $5)', [
      point.id,
      queueId,
      arrivalCodeHash(keys, point.id, code),
      dueAt.toString(),
      room,
    ]),
  );
}

test('who comes to a meeting is told its room at the kiosk, on the phone and at reception, and no number', async ({
  browser,
  person,
  service,
}) => {
  const riitta = await person('Riitta');
  const aino = await person('Aino Korpela');
  const point = await atMallila(aino, riitta, service.origin);
  const queue = await alwaysOpen(riitta, service.origin, point, 'G');
  const room = `Sali ${randomUUID().slice(0, 4)}`;
  const today = Temporal.Now.zonedDateTimeISO('Europe/Helsinki');
  const last = today.with({ hour: 23, minute: 59, second: 0 }).toInstant();
  // Both before anything happens at the point: its board is read anew when something does, and a row written by hand tells nobody.
  await expectAtMeeting(service, point, queue.id, 'MEE7TR', last, room);
  await expectAtMeeting(service, point, queue.id, 'MEE8TR', last, room);

  let address = '';
  const page = await aKiosk(browser, riitta, service.origin);
  for (const [name, language, has, goes, send] of [
    ['fi', /^Suomi/, /^Minulla on aika/, `Mene tänne: ${room}`, /^Ilmoittaudu$/],
    ['plain', /^Selkosuomi/, /^Olen varannut ajan/, `Mene tänne: ${room}`, /^Olen täällä$/],
    ['sv', /^Svenska/, /^Jag har en tid/, `Gå hit: ${room}`, /^Anmäl dig$/],
    ['en', /^English/, /^I have an appointment/, `Go to: ${room}`, /^Check in$/],
  ] as const) {
    await press(page, language);
    await press(page, has);
    // As it stands in the letter.
    await page.locator('#field').fill('mee 7tr');
    const given = page.waitForResponse('**/api/device/arrivals');
    await press(page, send);
    address = ((await (await given).json()) as { page: string }).page;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(goes);
    await expect(page.locator('.k-code')).toHaveCount(0);
    await expectAccessible(page);
    await picture(page, `meeting-${name}`);
    await page.locator('.k-bar button').last().click();
    await expect(page.getByRole('button', { name: /^Suomi/ })).toBeVisible();
  }

  // The same address each time: whoever asks again has come once.
  const phone = await (await browser.newContext({ viewport: { width: 320, height: 720 }, colorScheme: 'dark' })).newPage();
  await phone.goto(new URL(new URL(address).pathname, service.origin).href);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(`Mene tänne: ${room}`);
  await expectAccessible(phone);
  await picture(phone, 'meeting-phone');
  await phone.context().close();

  await aino.goto('/desk/visits');
  await aino.getByRole('tab', { name: /Tulossa/ }).click();
  const row = aino.locator('.expected-row').filter({ hasText: '23.59' });
  await row.getByRole('button', { name: 'Saapui' }).click();
  await expect(aino.getByText(`Ohjaa tänne: ${room}`)).toBeVisible();
  await expect(aino.locator('.visitor-code')).toHaveCount(0);
  await expectWhole(aino);
  await expectAccessible(aino);
  await picture(aino, 'meeting-reception');
  await aino.keyboard.press('Escape');

  // By the code, the same; asked again too.
  await aino.keyboard.press('d');
  await expect(aino.getByRole('textbox', { name: 'Varauskoodi' })).toBeFocused();
  await aino.keyboard.type('mee 8tr');
  await aino.keyboard.press('Enter');
  await expect(aino.getByText(`Ohjaa tänne: ${room}`)).toBeVisible();
  await expect(aino.locator('.visitor-code')).toHaveCount(0);
  await expect(aino.getByRole('button', { name: 'Seuraava kävijä' })).toBeFocused();
  await page.context().close();
});
