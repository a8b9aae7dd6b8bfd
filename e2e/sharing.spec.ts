import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

/** A need is let be seen by another authority on the customer's consent for a time, and is gone from there as the consent is withdrawn. */
test('a need is disclosed on a consent with an end, seen by the other, and withdrawn by voice', async ({ person }) => {
  const desk = await person('Aino Korpela');
  const { id, number } = await aMatterForKela(desk);
  const specialist = await person('Mika Ranta');
  await specialist.goto(`/desk/matters/${id}?view=mine`);
  await expect(specialist.getByRole('heading', { name: 'Tämä ei onnistunut' })).toBeVisible();

  await desk.goto(`/desk/matters/${id}?view=mine`);
  const section = desk.getByRole('region', { name: 'Kuka muu näkee' });
  await expect(section).toContainText('Vain oma organisaatiosi näkee tämän asian.');
  await section.getByRole('button', { name: 'Anna nähtäväksi' }).click();
  const panel = desk.getByRole('dialog', { name: 'Anna nähtäväksi' });
  await expect(panel.getByRole('combobox', { name: 'Kuka saa nähdä' })).toHaveValue('Kansaneläkelaitos');
  await panel.getByText('Asiakkaan suostumus', { exact: true }).click();
  await expect(panel.getByLabel('Asiakkaalle näytetty tai luettu teksti')).toHaveValue(/^Suostun siihen.*Yleinen asumistuki/s);
  await choose(panel, 'Miten suostui', 'Suullisesti');
  await panel.getByLabel('Voimassa asti').fill('2035-11-27');
  await expectAccessible(desk, '.panel');
  await panel.getByRole('button', { name: 'Anna nähtäväksi' }).click();
  await expect(section).toContainText(/Kansaneläkelaitos.*suostumus · suullisesti.*27\.11\.2035 asti/s);
  await expectWhole(desk);

  // Enter before the answer has come opens the only hit.
  await specialist.getByRole('searchbox').fill(number);
  await specialist.keyboard.press('Enter');
  await expect(specialist.locator('#main')).toContainText('Yleinen asumistuki');

  await section.getByRole('button', { name: 'Lopeta näkyvyys: Kansaneläkelaitos' }).click();
  await desk.getByRole('menuitem', { name: 'Asiakas perui suostumuksen suullisesti' }).click();
  await expect(section).toContainText('Vain oma organisaatiosi näkee tämän asian.');
  await expect(desk.getByText('Asiakas perui suostumuksen, näkyvyys päättyi')).toBeVisible();
  await expect(specialist.getByRole('heading', { name: 'Tämä ei onnistunut' })).toBeVisible();
});

async function aMatterForKela(desk: Page): Promise<{ id: string; number: string }> {
  const { organisations } = (await (await desk.request.get('/api/directory')).json()) as {
    organisations: { id: string; name: { fi: string } }[];
  };
  const organisationId = organisations.find(({ name }) => name.fi === 'Kansaneläkelaitos')?.id;
  const opened = await desk.request.post('/api/matters', {
    headers: { 'x-polku-csrf': '1', 'idempotency-key': randomUUID() },
    data: { contact: { channel: 'phone' }, needs: [{ organisationId, serviceName: 'Yleinen asumistuki', ownWords: '' }] },
  });
  expect(opened.status()).toBe(201);
  return (await opened.json()) as { id: string; number: string };
}
