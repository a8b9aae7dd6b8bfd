import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sanitiseHtml } from '../../server/modules/channels/email/parse/html.ts';
import { hostileTexts } from '../../server/platform/http/testing/hostile-texts.ts';
import { type Answer, anApp } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { elementsOf, faultOf, shapeOf } from './page-shape.ts';
import { aMail, anUpload, aPlainMatter, aWorld, fine, made } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino } = world.callers;
const texts = hostileTexts.filter((text) => !text.includes('\0') && text.isWellFormed());

/** A matter in which staff, a file and the names of places say this everywhere; every page that shows any of it. */
async function pagesSaying(text: string): Promise<Record<string, Answer>> {
  const short = text.slice(0, 200);
  const names = { fi: short, sv: short, en: short };
  await sql`update organisation set name = ${JSON.stringify(names)}::jsonb, short_name = ${JSON.stringify(names)}::jsonb`.execute(db);
  await sql`update service_point set name = ${JSON.stringify(names)}::jsonb, type_label = ${JSON.stringify(names)}::jsonb, street = ${short}, city = ${short}`.execute(
    db,
  );
  await sql`update list_item set label = ${JSON.stringify(names)}::jsonb where list in ('serviceLanguages', 'specialNeeds')`.execute(db);
  service.polku.desk.directory.forget();
  const customer = { givenName: short, familyName: short, street: short, postalCode: '00100', city: short };
  const id = await aPlainMatter(aino, {
    title: short,
    customer,
    needs: [{ ownWords: text, serviceName: short, organisationId: world.town.organisations.kela }],
  });
  const matter = `/api/matters/${id}`;
  await fine(aino, 'PUT', `${matter}/naming`, { agreed: true });
  const { url } = await fine<{ url: string }>(aino, 'POST', `${matter}/follow-links`);
  for (const who of ['customer', 'authority'])
    await made(aino, `${matter}/steps`, {
      title: short,
      place: short,
      who,
      organisationId: world.town.organisations.kela,
      deadlineAt: '2099-01-01T10:00:00Z',
    });
  const file = await anUpload(aino, `${text}.txt`);
  const message = await made(aino, `${matter}/messages`, aMail({ channel: 'link', body: text, fileIds: [file] }));
  const letter = await made(aino, `${matter}/messages`, aMail({ channel: 'letter', body: text, kind: 'instruction' }));
  const holder = service.caller(`__Secure-polku-link=${url.split('/').at(-1)}`);
  const stranger = service.caller();
  const encoded = encodeURIComponent(text);
  const html = { accept: 'text/html' };
  return {
    link: await holder.call('GET', '/a'),
    receipt: await holder.call('GET', '/a/receipt?mailed=yes'),
    path: await aino.call('GET', `/print/matters/${id}?link=no&authorities=yes`),
    note: await aino.call('GET', `/print/messages/${message.id}`),
    letter: await aino.call('GET', `/print/messages/${letter.id}`),
    front: await stranger.call('GET', `/?x=${encoded}`),
    form: await stranger.call('GET', `/contact?form=${encoded}`),
    nowhere: await stranger.call('GET', `/nowhere/${encoded}`, undefined, html),
    api: await aino.call('GET', matter),
  };
}

const plain = await pagesSaying('plain words');

test('the pages are there, and hold what is said on them', () => {
  const statuses = Object.entries(plain).map(([name, { status }]) => [name, status]);
  expect(Object.fromEntries(statuses)).toMatchObject({
    link: 200,
    receipt: 200,
    path: 200,
    note: 200,
    letter: 200,
    front: 200,
    form: 200,
    nowhere: 404,
    api: 200,
  });
  for (const name of ['link', 'path', 'note', 'letter', 'form']) expect(plain[name]?.text).toContain('plain words');
  expect(shapeOf('<p onclick=x>&lt;b&gt;</p>')).toEqual(['p onclick']);
});

test.each(texts)('%j adds no element, no attribute and no address to any page', { timeout: 30_000 }, async (text) => {
  const { api, ...pages } = await pagesSaying(text);
  expect(api?.headers['content-type']).toMatch(/^application\/json/);
  expect(api?.headers['x-content-type-options']).toBe('nosniff');
  for (const [name, { text: page, headers }] of Object.entries(pages)) {
    expect([name, shapeOf(page)]).toEqual([name, shapeOf(plain[name]?.text ?? '')]);
    for (const element of elementsOf(page)) expect([name, faultOf(element)]).toEqual([name, undefined]);
    expect(headers['content-security-policy']).toMatch(/script-src 'self'/);
  }
});

const MAILS = [
  ...hostileTexts,
  '<img src="https://elsewhere.example/pixel.gif">',
  '<div style="background:url(https://elsewhere.example/x)">',
  '<p style="position:fixed;top:0;left:0;width:100%;height:100%">',
  '<style>@import "https://elsewhere.example/x.css"</style>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<img src="data:text/html;base64,PHNjcmlwdD4=">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form action="https://elsewhere.example"><input name=password></form>',
  '<video poster="https://elsewhere.example/x"><source src="https://elsewhere.example/y"></video>',
  '<table background="https://elsewhere.example/x"><tr><td>x',
  '<link rel=prefetch href="//elsewhere.example">',
  '<input type=image src=//elsewhere.example formaction=javascript:alert(1)>',
  `${'<div>'.repeat(3000)}x`,
];

test.each(MAILS)('a mail’s HTML %j shows words and loads nothing', async (source) => {
  const clean = sanitiseHtml(source);
  await sql`update message set body_html = ${clean.replaceAll('\0', '').toWellFormed()} where id = ${world.message}::uuid`.execute(db);
  const shown = await aino.call('GET', `/api/messages/${world.message}/html`);
  expect(shown.status).toBe(200);
  expect(shown.headers['content-security-policy']).toMatch(/^sandbox (?!.*allow-scripts)(?!.*allow-same-origin).*default-src 'none'/);
  for (const element of elementsOf(shown.text)) {
    expect(faultOf(element) ?? '').toMatch(/^(base)?$/);
    expect(['script', 'style', 'form', 'input', 'link', 'svg', 'video', 'source', 'iframe', 'object']).not.toContain(element.name);
    if (element.name === 'img') expect(element.attributes.src ?? 'data:,').toMatch(/^data:/);
    expect(element.attributes.style ?? '').not.toMatch(/url\(|position|expression/i);
  }
});
