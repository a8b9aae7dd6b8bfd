import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, line, openMenu, path } from './desk.ts';
import { expect, test } from './service.ts';

test('a paper follows its matter to another town’s desk, sent and signed for; a matter is not closed over a paper unseen', async ({
  page: aino,
  signIn,
  person,
}) => {
  await signIn('Aino Korpela');
  const matter = await aMatter(aino);
  await aino.goto(`/desk/matters/${matter}`);
  await aino.locator('ol.path').waitFor();
  await aino.keyboard.press('d');
  const panel = aino.getByRole('dialog', { name: 'Ota asiakirja vastaan' });
  await panel.getByRole('textbox', { name: 'Asiakirjan nimi' }).fill('Kastetodistus');
  await panel.getByText('Alkuperäinen', { exact: true }).click();
  await panel.getByRole('textbox', { name: 'Tarkempi paikka' }).fill('Kaappi 2');
  await aino.keyboard.press('Control+Enter');
  await expect(aino.getByRole('heading', { name: 'Kastetodistus' })).toBeVisible();
  const paper = new URL(aino.url()).pathname;

  await test.step('closing asks what becomes of it', async () => {
    await aino.goto(`/desk/matters/${matter}`);
    await openMenu(aino, 'Lisää toimintoja', 'Päätä asia');
    const closing = aino.getByRole('dialog', { name: 'Päätä asia' });
    await expect(closing).toContainText('Kastetodistus');
    await expect(closing).toContainText('Kaappi 2');
    await expect(closing.getByRole('button', { name: 'Päätä asia' })).toBeDisabled();
    await look(aino, 'closing');
    await closing.getByText('Päätä asia silti').click();
    await expect(closing.getByRole('button', { name: 'Päätä asia' })).toBeEnabled();
    await aino.keyboard.press('Escape');
  });

  await test.step('the matter goes to the neighbour, and the old desk is told to send the paper after it', async () => {
    await call(aino, 'POST', `/api/matters/${matter}/hand-overs`, { unitId: await unitOf(aino, 'Kuvala') });
    await aino.goto(`${paper}?view=here`);
    await expect(aino.getByRole('note')).toContainText('Lähetä asiakirja perässä');
    await aino.keyboard.press('f');
    const sending = aino.getByRole('dialog');
    await sending.getByRole('textbox', { name: 'Kuljettaja tai lähetystunnus' }).fill('Kuriiri 3');
    await look(aino, 'sending');
    await aino.keyboard.press('Control+Enter');
    await expect(aino.getByText('Matkalla asian perässä').first()).toBeVisible();
  });

  await test.step('there it is on its way, and is signed for by keys', async () => {
    const olli = await person('Olli Kuusela');
    await olli.goto('/desk/documents?view=away');
    await line(olli, 'Kastetodistus').click();
    await expect(olli.getByRole('heading', { name: 'Kastetodistus' })).toBeVisible();
    await look(olli, 'on-its-way');
    await olli.keyboard.press('s');
    await expect(olli.getByRole('dialog')).toContainText('teillä');
    await olli.keyboard.press('Control+Enter');
    await expect(olli.getByText('Otettiin vastaan ja kuitattiin')).toBeVisible();
    await expect(olli.getByText('Täällä', { exact: true }).last()).toBeVisible();
    expect(await olli.locator('main, #main').first().innerText()).not.toContain('Kaappi 2');

    await test.step('it goes on to an authority by a need of this desk’s own: the sender’s is not there to pick', async () => {
      const panel = olli.getByRole('dialog');
      await expect(panel).toBeHidden();
      await olli.keyboard.press('t');
      await expect(panel).toContainText('Asiassa ei ole teidän organisaationne tarvetta.');
      await look(olli, 'no-need-of-ours');
      await olli.keyboard.press('Escape');
      await call(olli, 'POST', `/api/matters/${matter}/needs`, { ownWords: 'Kastetodistus Kelaan' });
      await olli.reload();
      await expect(olli.getByRole('heading', { name: 'Kastetodistus' })).toBeVisible();
      await olli.keyboard.press('t');
      await panel.getByRole('combobox', { name: 'Oikea viranomainen' }).fill('Kansanel');
      await olli.getByRole('option', { name: /Kansaneläkelaitos/ }).click();
      await panel.getByRole('button', { name: /Tarve$/ }).click();
      await expect(olli.getByRole('option')).toHaveText(['Kastetodistus Kelaan']);
      await olli.getByRole('option').click();
      await olli.keyboard.press('Control+Enter');
      await expect(panel).toBeHidden();
      await expect(olli.getByText('Siirrettiin oikealle viranomaiselle')).toBeVisible();
    });
  });

  await test.step('the sender has it on the path that it was signed for', async () => {
    await aino.goto(`/desk/matters/${matter}`);
    await expect(path(aino)).toContainText('Asiakirja otettiin vastaan ja kuitattiin');
  });
});

test('wrapping up asks about a paper at the desk, keeps what was tapped, and closes only when told that the paper stays', async ({
  page: aino,
  signIn,
}) => {
  await signIn('Aino Korpela');
  const matter = await aMatter(aino);
  const { points } = await call<{ points: { id: string; organisationId: string }[] }>(aino, 'GET', '/api/directory');
  const own = await organisationOf(aino, 'Mallila');
  const pointId = points.find(({ organisationId }) => organisationId === own)?.id;
  const arrived = { kind: 'original', title: 'Vihkitodistus', pages: 1, needId: null, organisationId: null, pointId, place: 'Kaappi 7' };
  await call(aino, 'POST', `/api/matters/${matter}/documents`, arrived);
  await aino.goto(`/desk/matters/${matter}`);
  await aino.locator('ol.path').waitFor();
  await aino.keyboard.press('w');
  const panel = aino.getByRole('dialog', { name: 'Päätä ja kirjaa' });
  await expect(panel.getByRole('region', { name: 'Asiakirjoja on vielä hoitamatta' })).toContainText('Vihkitodistus');
  await expect(panel).toContainText('Kaappi 7');
  await panel.getByText('Hoitui', { exact: true }).click();
  await panel.getByText('Joutui kertomaan uudelleen').click();
  const closing = panel.getByRole('button', { name: /Kirjaa ja päätä/ });
  const stays = panel.getByRole('checkbox', { name: 'Päätä asia silti: asiakirjat jäävät paikoilleen' });
  const stateOf = async () => (await call<{ state: string }>(aino, 'GET', `/api/matters/${matter}`)).state;

  await test.step('not without the tick', async () => {
    await closing.click();
    await expect(panel.getByRole('alert')).toContainText('vahvista, että ne jäävät paikoilleen');
    await look(aino, 'wrap-up-papers');
    expect(await stateOf()).toBe('open');
    await expect(panel.getByRole('checkbox', { name: 'Joutui kertomaan uudelleen' })).toBeChecked();
  });

  await test.step('with it, and the paper stays where it lies', async () => {
    await panel.getByText('Päätä asia silti').click();
    await expect(stays).toBeChecked();
    await expect(panel.getByRole('alert')).toBeHidden();
    await closing.click();
    await expect(panel).toBeHidden();
    expect(await stateOf()).toBe('closed');
    const { rows } = await call<{ rows: { title: string; state: string; place: string }[] }>(
      aino,
      'GET',
      `/api/matters/${matter}/documents`,
    );
    expect(rows).toEqual([expect.objectContaining({ title: 'Vihkitodistus', state: 'here', place: 'Kaappi 7' })]);
  });
});

/** A matter of nobody's with one need, which the neighbour may see. */
async function aMatter(page: Page): Promise<string> {
  const { id } = await call<{ id: string }>(page, 'POST', '/api/matters', {
    contact: { channel: 'counter' },
    needs: [{ ownWords: 'Esteiden tutkinta' }],
  });
  const { needs } = await call<{ needs: { id: string }[] }>(page, 'GET', `/api/matters/${id}`);
  const organisationId = await organisationOf(page, 'Kuvala');
  await call(page, 'POST', `/api/matters/${id}/shares`, {
    needId: needs[0]?.id,
    organisationId,
    basis: 'law',
    ground: 'Hallintolaki 21 §',
  });
  return id;
}

type Directory = {
  organisations: { id: string; shortName: { fi: string } }[];
  units: { id: string; organisationId: string; tier: number }[];
};

async function organisationOf(page: Page, name: string): Promise<string> {
  const { organisations } = await call<Directory>(page, 'GET', '/api/directory');
  return organisations.find(({ shortName }) => shortName.fi === name)?.id as string;
}

async function unitOf(page: Page, name: string): Promise<string> {
  const organisationId = await organisationOf(page, name);
  const { units } = await call<Directory>(page, 'GET', '/api/directory');
  return units.find((unit) => unit.organisationId === organisationId && unit.tier === 1)?.id as string;
}

/** As the desk's own page would. */
async function call<T>(page: Page, method: string, url: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([method, url, body]) => {
      const headers = {
        'x-polku-csrf': '1',
        'idempotency-key': crypto.randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      };
      const answer = await fetch(url as string, { method: method as string, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? undefined : answer.json();
    },
    [method, url, body] as const,
  ) as Promise<T>;
}

/** Whole, accessible and within its width, in light and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1440, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await expectWhole(page);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await expectAccessible(page, (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : undefined);
    const folder = process.env.E2E_PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
}
