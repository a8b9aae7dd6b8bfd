import { expect, test } from 'vitest';
import { isOpen } from '../server/platform/clock/opening.ts';
import { aBrowser } from '../server/testing/browser.ts';
import { testDatabase } from '../server/testing/database.ts';
import { aStaffService } from '../server/testing/staff-service.ts';
import { agreements } from './seed/agreements.ts';
import { organisations } from './seed/organisations.ts';
import { ROLES_TO_TRY, staff } from './seed/people.ts';
import { points, units } from './seed/places.ts';
import { seedPeople } from './seed/seed.ts';

const { db, publicUrl } = await aStaffService(await testDatabase());

test('the seed fills an empty database, once', async () => {
  expect(await seedPeople(db)).toBe(false);
  const count = async (table: 'person' | 'unit' | 'organisation' | 'agreement') =>
    (
      await db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  expect(await count('person')).toBe(staff.length);
  expect(await count('unit')).toBe(units.length);
  expect(await count('organisation')).toBe(organisations.length);
  expect(await count('agreement')).toBe(agreements.length);
});

test('no unit of the demo is without anybody, and its people cannot be mistaken for real ones', () => {
  for (const { key } of units) expect(staff.filter((person) => person.units.includes(key)).length, key).toBeGreaterThan(0);
  for (const { email } of staff) expect(email).toMatch(/\.example$/);
  for (const { phone } of points) expect(phone).toMatch(/^(019|050) 000 /);
  const monday = Temporal.Instant.from('2026-11-23T10:00:00Z');
  expect(units.filter(({ opening }) => isOpen(opening, monday)).length).toBe(units.length);
});

test.each(['fi', 'sv', 'en'])('the page lists everyone in %s, the five roles to try first', async (language) => {
  const html = await (await aBrowser(publicUrl).visit(`/demo?lang=${language}`)).text();
  expect(html).toContain(`<html lang="${language}">`);
  const names = [...html.matchAll(/<strong>([^<]+)<\/strong>/g)].map((match) => match[1]);
  expect(names.length).toBe(staff.length);
  expect(names.slice(0, 5)).toEqual(staff.filter(({ email }) => ROLES_TO_TRY.includes(email)).map(({ name }) => name));
  expect(html).not.toMatch(/undefined|null|\[object/);
});

test('the language chosen on the page goes along to the desk; one that was not chosen leaves each person theirs', async () => {
  const landing = async (address: string) => {
    const browser = aBrowser(publicUrl);
    const html = await (await browser.visit(address)).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];
    const lang = field('lang');
    const body = new URLSearchParams({ person: field('person') as string, _csrf: field('_csrf') as string, ...(lang ? { lang } : {}) });
    const picked = await browser.send('/demo', { method: 'POST', body, headers: { origin: publicUrl } });
    return new URL(picked.headers.get('location') as string, publicUrl).searchParams.get('return_to');
  };
  expect(await landing('/demo?lang=en')).toMatch(/\?lang=en$/);
  expect(await landing('/demo')).not.toContain('lang');
});

test('its styles come from our tokens', async () => {
  const css = await (await aBrowser(publicUrl).visit('/demo/page.css')).text();
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|oklch/i);
  const tokens = await (await aBrowser(publicUrl).visit('/demo/tokens.css')).text();
  for (const [name] of css.matchAll(/--[a-z0-9-]+/g)) expect(tokens, name).toContain(`${name}:`);
});

test('a stranger to the demo cannot be picked, nor a sign-in that was never begun', async () => {
  const browser = aBrowser(publicUrl);
  const html = await (await browser.visit('/api/sign-in')).text();
  const action = /action="([^"]+)"/.exec(html)?.[1] as string;
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] as string;
  const post = (path: string, person: string) =>
    browser.send(path, { method: 'POST', body: new URLSearchParams({ person, _csrf }), headers: { origin: publicUrl } });
  expect((await post(action, crypto.randomUUID())).status).toBe(404);
  const { id } = await db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
  expect((await post('/demo/sign-in/never-begun-at-all', id)).status).toBe(404);
});
