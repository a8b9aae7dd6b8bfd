import { expect, type Locator, type Page } from '@playwright/test';
import type { MailServer } from '../server/testing/mail-server.ts';
import { choose } from './desk.ts';

/** An administrator connects a mailbox to its servers on the administration pages, and tries that it works. */
export async function addMailbox(page: Page, address: string, server: MailServer): Promise<void> {
  await page.goto('/desk/admin/mailboxes');
  await page.getByRole('link', { name: 'Lisää postilaatikko' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Osoite').fill(address);
  await ownedByCity(panel);
  for (const [language, name] of Object.entries({ suomi: 'Mallilan neuvonta', ruotsi: 'Mallilas rådgivning', englanti: 'Mallila advice' }))
    await panel.getByRole('textbox', { name: language }).fill(name);
  await choose(panel, 'Yksikkö', 'Mallilan neuvonta');
  await connect(panel, 0, address, server.imapPort, server.password);
  await connect(panel, 1, '', server.smtpPort, '');
  await panel.getByRole('button', { name: /^Lisää/ }).click();
  await expect(panel.getByRole('heading', { name: address })).toBeVisible();
  await panel.getByRole('button', { name: 'Kokeile yhteyksiä' }).click();
  await expect(panel.getByText('Yhteys toimii')).toHaveCount(2);
}

async function ownedByCity(panel: Locator): Promise<void> {
  const owner = panel.getByRole('button', { name: /Organisaatio/ });
  if (!/kaupunki/i.test((await owner.textContent()) ?? '')) await choose(panel, 'Organisaatio', 'Mallilan kaupunki');
}

/** `which`: the incoming server stands first, the outgoing second. The security decides the usual port, so it is chosen first. */
async function connect(panel: Locator, which: 0 | 1, user: string, port: number, password: string): Promise<void> {
  await choose(panel, 'Suojaus', 'Ei suojausta', which);
  const lines = { Palvelin: '127.0.0.1', Portti: String(port), Käyttäjä: user, Salasana: password };
  for (const [label, words] of Object.entries(lines)) await panel.getByLabel(label).nth(which).fill(words);
}
