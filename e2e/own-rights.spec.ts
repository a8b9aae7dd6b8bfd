import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { aDecidedMapping, aMatterOf, aPhone, headers, signIn } from './own-pages.ts';
import { expect, test } from './service.ts';

const SHOTS = process.env.E2E_SHOTS;

test('a situation picture is commented and confirmed at home, and the desk sees how and when', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi' }, '311203A904L');
  const mapping = await aDecidedMapping(desk, id);
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Elias Nurmi/);
  await phone.goto(`/my/matters/${id}`);
  const picture = phone.locator('.picture');
  await expect(picture).toContainText('Jäin yksin keväällä.');
  await picture.getByLabel('Onko jokin väärin tai puuttuuko jotain?').fill('Kirje tuli jo talvella.');
  await picture.getByRole('button', { name: 'Lähetä kommentti' }).click();
  await expect(phone.getByRole('status')).toContainText('Saimme kommenttisi');
  await desk.goto(`/desk/mappings/${mapping}`);
  await expect(desk.getByText('Kirje tuli jo talvella.')).toBeVisible();
  await picture.getByRole('button', { name: 'Vahvistan, että tämä on oikein' }).click();
  await expect(phone.getByRole('status')).toContainText('Vahvistit tilannekuvasi');
  await expect(desk.getByText('Asiakas vahvisti itse tunnistautuneena')).toBeVisible();
  await expectAccessible(desk);
  if (SHOTS) await desk.screenshot({ path: `${SHOTS}/desk-confirmed.png` });
  await desk.goto(`/desk/matters/${id}`);
  await expect(desk.getByText('Tuo kirje tiskille').first()).toBeVisible();
});

test('a new e-mail address is one’s own when its code has come back', async ({ page: desk, browser, baseURL, signIn: staff }) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi', email: 'elias@posti.example' }, '311203A904L');
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Elias Nurmi/);
  await phone.goto('/my/details');
  const address = `elias.${randomUUID().slice(0, 8)}@posti.example`;
  await phone.getByLabel('Sähköposti', { exact: true }).fill(address);
  await phone.getByRole('button', { name: 'Lähetä koodi osoitteeseen' }).click();
  await expect(phone.getByRole('status')).toContainText('Lähetimme koodin');
  const code = async () => {
    await desk.goto('/demo/outbox?lang=fi');
    const mail = desk.locator('article, li').filter({ hasText: address }).first();
    return /Koodi on (\d{4} \d{4})/.exec((await mail.textContent().catch(() => '')) ?? '')?.[1] ?? '';
  };
  await expect.poll(code, { timeout: 30_000 }).toMatch(/^\d{4} \d{4}$/);
  await phone.getByLabel('Koodi', { exact: true }).fill(await code());
  await phone.getByRole('button', { name: 'Vahvista osoite' }).click();
  await expect(phone.getByRole('status')).toContainText('Sähköpostiosoitteesi on vaihdettu');
  await desk.goto(`/desk/matters/${id}`);
  await expect(desk.getByText(address).first()).toBeVisible();
});

test('data whose use is restricted say so at the desk, are not passed on, and the person is told before it ends', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
  person,
}) => {
  await staff('Aino Korpela');
  const { id, needId } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi' }, '311203A904L');
  await desk.goto(`/desk/matters/${id}`);
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Elias Nurmi/);
  await phone.goto('/my/data-requests');
  await phone.getByLabel(/Rajoittakaa tietojeni käyttöä/).check();
  await phone.getByLabel('Mitä asiaa pyyntö koskee?').selectOption(id);
  await phone.getByLabel('Kerro omin sanoin').fill('Osoitetieto on väärä, selvittäkää ensin.');
  await phone.getByRole('button', { name: 'Lähetä pyyntö' }).click();
  const officer = await person('Helena Forss');
  await officer.goto('/desk/data-requests');
  const asked = () => officer.getByRole('listitem').filter({ hasText: 'Osoitetieto on väärä' });
  await asked().getByRole('button', { name: 'Svara kunden' }).click();
  const panel = officer.getByRole('dialog');
  await panel.getByText('Gjort', { exact: true }).click();
  await panel.getByLabel('Motivering till kunden').fill('Rajoitamme käyttöä, kunnes osoite on tarkistettu.');
  await panel.getByRole('button', { name: /Svara kunden/ }).click();
  await expect(panel).toBeHidden();

  await expect(desk.getByRole('note').filter({ hasText: 'Tietojen käyttöä rajoitettu' })).toBeVisible();
  await expectAccessible(desk);
  if (SHOTS) await desk.screenshot({ path: `${SHOTS}/desk-restricted.png` });
  const { organisations } = (await (await desk.request.get('/api/directory')).json()) as {
    organisations: { id: string; shortName: { fi: string } }[];
  };
  const organisationId = organisations.find(({ shortName }) => shortName.fi === 'Kela')?.id;
  const share = { needId, organisationId, basis: 'law', ground: 'Hallintolaki 21 §' };
  expect((await desk.request.post(`/api/matters/${id}/shares`, { headers: headers(), data: share })).status()).toBe(409);

  await officer.goto('/desk/data-requests?view=answered');
  await asked().getByRole('button', { name: 'Häv begränsningen' }).click();
  await panel.getByLabel('Motivering till kunden').fill('Osoite on tarkistettu ja korjattu.');
  await expectAccessible(officer);
  if (SHOTS) await officer.screenshot({ path: `${SHOTS}/desk-lifting.png` });
  await panel.getByRole('button', { name: 'Meddela kunden' }).click();
  await expect(panel).toBeHidden();
  await phone.goto('/my/data-requests');
  await expect(phone.locator('main')).toContainText('Osoite on tarkistettu ja korjattu.');
  await expect(phone.locator('main')).toContainText('Rajoitus päättyy');
});

test('restricted details are changed with the customer’s consent, and the matter tells of it', async ({
  page: desk,
  service,
  signIn: staff,
  person,
}) => {
  await staff('Aino Korpela');
  const opened = await desk.request.post('/api/matters', {
    headers: headers(),
    data: {
      customer: { givenName: 'Mirja', familyName: 'Salonen', phone: '050 000 1111' },
      contact: { channel: 'phone', summary: 'Soitti' },
      needs: [{ ownWords: 'Uusi numero' }],
    },
  });
  const { id } = (await opened.json()) as { id: string };
  const officer = await person('Helena Forss');
  const asked = await asOwner(service, async (db) => {
    const { rows } = await db.query<{ id: string }>(
      `insert into data_request (customer_id, by_customer_id, kind, owner_org, words, asked_at, due_on)
        select customer_id, customer_id, 'restrict', owner_org, 'Numeroni on väärä.', now(), current_date + 30 from matter where id = $1 returning id`,
      [id],
    );
    return rows[0]?.id;
  });
  const answer = { outcome: 'done', reason: 'Rajoitamme käyttöä.', erase: [] };
  expect((await officer.request.put(`/api/data-requests/${asked}/answer`, { headers: headers(), data: answer })).status()).toBe(204);

  await desk.goto(`/desk/matters/${id}`);
  await desk.getByRole('region', { name: 'Mirja Salonen' }).getByRole('button', { name: 'Muuta' }).click();
  const panel = desk.getByRole('dialog');
  await expect(panel.getByLabel('Asiakkaalle näytetty tai luettu teksti')).toHaveValue(/^Suostun siihen, että /);
  await panel.getByLabel('Puhelin').fill('050 000 9999');
  const save = panel.getByRole('button', { name: /Tallenna/ });
  await expect(save).toBeDisabled();
  await panel.getByRole('button', { name: /Miten suostui/ }).click();
  await desk.getByRole('option', { name: 'Suullisesti' }).click();
  await expectAccessible(desk);
  if (SHOTS) await desk.screenshot({ path: `${SHOTS}/desk-consent.png` });
  await save.click();
  await expect(panel).toBeHidden();
  await expect(desk.getByText('050 000 9999').first()).toBeVisible();
  await expect(desk.getByText('Tietoja muutettiin asiakkaan suostumuksella')).toBeVisible();
});
