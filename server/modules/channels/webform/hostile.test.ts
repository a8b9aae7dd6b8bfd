import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { hostileTexts } from '../../../platform/http/testing/hostile-texts.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aTown } from '../../../testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
await aTown(database.db.kysely, clock);
// Two services, since each lets one address send sixty forms in ten minutes.
const [shownAgain, followed] = [await (await anApp(database, { clock })).listen(), await (await anApp(database, { clock })).listen()];

/** No browser sends a NUL; the service refuses one before it looks further. */
const typable = hostileTexts.filter((text) => !text.includes('\0'));

test('a sign that nothing can hold is refused', async () => {
  const resident = aResident(shownAgain);
  await resident.open('/contact');
  expect((await resident.send('/contact', { message: 'a\0b' })).status).toBe(422);
  expect((await resident.open('/contact?form=a%00b')).status).toBeLessThan(500);
  expect(typable.length).toBeGreaterThan(35);
});

test.each(typable)('%j stays text in every field of a form shown again', async (text) => {
  const resident = aResident(shownAgain);
  await resident.open('/contact');
  const line = { reachable: text, givenName: text, familyName: text, email: text, phone: text, actingFor: text };
  const page = await resident.send('/contact', { message: text, form: text.slice(0, 60), ...line, wish: text.slice(0, 60), website: text });
  expect(page.status).toBe(422);
  expectWhole(page.text);
});

test.each(typable)('%j stays text on the page behind the link', async (text) => {
  const resident = aResident(followed);
  await resident.open('/contact');
  const receipt = await resident.send('/contact', { message: text, givenName: text.slice(0, 200) }, [
    { name: `${text}.txt`, bytes: 'a letter' },
  ]);
  expect(receipt.path).toBe('/a/receipt');
  expectWhole(receipt.text);
  const page = await resident.open('/a');
  expect(page.status).toBe(200);
  expectWhole(page.text);
});

/** Whatever was typed, the page has the elements we drew and no others. */
function expectWhole(page: string): void {
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/gi)];
  // Every bracket belongs to a tag as we write them: nothing typed has opened or closed one.
  const rest = tags.reduce((text, [tag]) => text.replace(tag, ''), page).replace(/<\/[a-z0-9]+>/g, '');
  expect(rest.replace(/<!doctype html>/, '').replace(/<(path|circle|rect)\b[^<>]*\/>/g, '')).not.toMatch(/[<>]/);
  const names = new Set(tags.map(([, name]) => name));
  for (const name of ['img', 'iframe', 'object', 'math', 'base', 'style', 'xmp']) expect(names.has(name)).toBe(false);
  expect(tags.filter(([, name]) => name === 'script')).toHaveLength(1);
  for (const [, , attributes = ''] of tags) {
    expect(attributes.replace(/"[^"]*"/g, '""')).not.toMatch(/\s(on[a-z]+|style|srcdoc)=/i);
    expect(attributes).not.toMatch(/\s(href|src|action)="\s*(javascript:|\/\/|data:(?!,"))/i);
  }
}
