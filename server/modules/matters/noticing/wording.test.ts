import { describe, expect, test } from 'vitest';
import { organisations } from '../../../../demo/seed/organisations.ts';
import { points, units } from '../../../../demo/seed/places.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { testDatabase } from '../../../testing/database.ts';
import { seedTemplates, templateFor } from '../../notifications/service.ts';
import { textLanguages } from '../../notifications/types.ts';
import { noticeKinds } from './kinds.ts';
import { noticeTemplates, sayNotice } from './wording.ts';

const { db: database } = await testDatabase();
const db = database.kysely;
await inTransaction(db, seedTemplates);

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const deadlineAt = Temporal.Instant.from('2026-11-26T14:00:00Z');
const link = 'https://polku.example/my';
const say = (language: string, ...kinds: (typeof noticeKinds)[number][]) =>
  sayNotice(db, {
    matterNumber: '4172836',
    language,
    link,
    now,
    things: kinds.map((kind) => ({ kind, deadlineAt: kind === 'deadline' ? deadlineAt : null })),
  });

/** Names of authorities and their points and units, and words of what is theirs to decide: a notice says none of them. */
const named = [...organisations, ...points, ...units].flatMap(({ name, ...rest }) => [
  ...Object.values(name),
  ...('shortName' in rest ? Object.values(rest.shortName as Record<string, string>) : []),
]);
const services =
  `asumistuki toimeentulotuki työttömyys eläke vero kela verottaja poliisi te-palvelut passi oleskelulupa sosiaali sosiaalihuolto velka ulosotto
  bostadsbidrag utkomststöd arbetslöshet pension skatt fpa polis uppehållstillstånd social utsökning
  benefit unemployment pension police immigration enforcement`.split(/\s+/);
// Papers by which one proves who one is, at any point: no service of anybody's.
const allowed = ['passi', 'tax', 'skatt'];
const secretWords = [...named, ...services].map((word) => word.toLowerCase()).filter((word) => !allowed.includes(word));

describe.each(textLanguages)('in %s', (language) => {
  test.each([...noticeKinds])('%s names no authority, no service and no matter', async (kind) => {
    const { subject, text, short } = await say(language, kind);
    for (const words of [subject, text, short]) {
      const lower = words.toLowerCase();
      for (const word of secretWords) expect(lower, word).not.toMatch(new RegExp(`(^|[^\\p{L}])${RegExp.escape(word)}($|[^\\p{L}])`, 'u'));
    }
    expect(subject).toContain('[');
    expect(text).toContain(link);
    expect(text).not.toContain('{{');
    expect(short).toContain(link);
    // Two text messages at most.
    expect(short.length).toBeLessThanOrEqual(153 * 2);
  });

  test('several things in one', async () => {
    const { subject, text } = await say(language, 'need-in-hand', 'deadline', 'need-in-hand', 'need-settled');
    expect(subject).toContain((await templateFor(db, 'several-news')).texts[language]?.subject ?? '');
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
    expect(text).toMatch(/26\.11|26\sNov/);
  });
});

test('a deadline says when, in the reader’s way; without a link nothing is promised', async () => {
  expect((await say('fi', 'deadline')).text).toContain('to\u00a026.11.\u00a0klo\u00a016.00');
  expect((await say('sv', 'deadline')).text).toContain('tors\u00a026.11\u00a0kl.\u00a016.00');
  const without = await sayNotice(db, {
    matterNumber: '4172836',
    language: 'fi',
    link: null,
    now,
    things: [{ kind: 'need-settled', deadlineAt: null }],
  });
  expect(without.text).not.toContain('Katso lisää');
  expect(without.text).toContain('Asian numero');
});

test('every template of a notice is there, and asks for nothing that could name anybody', async () => {
  for (const key of noticeTemplates) {
    const { texts } = await templateFor(db, key);
    for (const { subject, body } of Object.values(texts)) {
      const asked = [...`${subject}\n${body}`.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
      expect(
        asked.filter((name) => !['matterNumber', 'link', 'deadline', 'news'].includes(name ?? '')),
        key,
      ).toEqual([]);
    }
  }
});
