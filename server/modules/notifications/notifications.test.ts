import { expect, test } from 'vitest';
import { organisations } from '../../../demo/seed/organisations.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { testDatabase } from '../../testing/database.ts';
import { aStaffService } from '../../testing/staff-service.ts';
import answers from './defaults/answers.json' with { type: 'json' };
import instructions from './defaults/instructions.json' with { type: 'json' };
import notices from './defaults/notices.json' with { type: 'json' };
import { renderTemplate, unknownPlaceholders } from './rules.ts';
import { seedTemplates, templateFor } from './service.ts';
import { type Template, textLanguages } from './types.ts';

const { db, signIn, organisationId } = await aStaffService(await testDatabase());
const defaults = [...notices, ...answers, ...instructions];

const texts = {
  fi: { subject: 'Asia {{matterNumber}}', body: 'Hei\n\nSeuraavaksi: {{nextStep}}\nMääräaika: {{deadline}}\n\nLoppu' },
  sv: { subject: 'Ärende', body: 'Hej' },
  en: { subject: 'Matter', body: 'Hello' },
};

test('a text is filled in, and a line with nothing to say is left out', () => {
  expect(renderTemplate({ texts }, 'fi', { matterNumber: '4172837', nextStep: 'Odota' })).toEqual({
    subject: 'Asia 4172837',
    body: 'Hei\n\nSeuraavaksi: Odota\n\nLoppu',
  });
  expect(renderTemplate({ texts }, 'fi', {}).body).toBe('Hei\n\nLoppu');
});

test.each([
  ['fi-x-plain', 'Asia'],
  ['sv-FI', 'Ärende'],
  ['en', 'Matter'],
  ['ar', 'Matter'],
  ['other', 'Matter'],
  ['constructor', 'Matter'],
])('a reader of %s gets %s', (language, subject) => {
  expect(renderTemplate({ texts }, language, {}).subject).toBe(subject);
});

test('what is filled in begins no header and fills in nothing further', () => {
  const { subject, body } = renderTemplate({ texts }, 'fi', {
    matterNumber: '1\r\nBcc: x@x.test',
    nextStep: '{{deadline}} $& $1',
    deadline: 'salaisuus',
  });
  expect(subject).toBe('Asia 1 Bcc: x@x.test');
  expect(body).toContain('Seuraavaksi: {{deadline}} $& $1');
});

test('the defaults are complete in four languages and ask only for what is filled in', () => {
  expect(instructions.length).toBe(6);
  for (const { key, texts: written } of defaults) {
    expect(Object.keys(written).sort(), key).toEqual([...textLanguages].sort());
    for (const text of Object.values(written)) expect(unknownPlaceholders(text), key).toEqual([]);
    const asked = Object.values(written).map((text) => [...new Set(text.body.match(/\{\{\w+\}\}/g))].sort());
    for (const each of asked) expect(each, key).toEqual(asked[0]);
  }
});

test('no default names an authority', () => {
  const written = defaults.flatMap(({ texts: each }) =>
    Object.values(each).flatMap(({ subject, body }) => `${subject} ${body}`.toLowerCase()),
  );
  const called = organisations
    .flatMap(({ name, shortName }) => [...Object.values(name), ...Object.values(shortName)])
    .map((each) => each.toLowerCase());
  // Words that are everybody's as well as an agency's short name.
  const common = ['tax', 'skatt'];
  for (const name of called.filter((each) => !common.includes(each))) {
    expect(
      written.filter((text) => new RegExp(`(^|[^\\p{L}])${RegExp.escape(name)}($|[^\\p{L}])`, 'u').test(text)),
      name,
    ).toEqual([]);
  }
});

test('the neutral notice says no more than that there is a message', async () => {
  const { texts: notice } = await templateFor(db, 'neutral-notice');
  expect(notice.fi.body).toContain('sinulle on viesti palvelupisteestä.');
  expect(renderTemplate({ texts: notice }, 'sv', { matterNumber: '4172837' }).subject).toBe('Du har ett meddelande från servicepunkten');
});

test('a changed text survives the next start, and one out of use is not used', async () => {
  const outi = await signIn('outi.lehtola@mallila.example');
  const { body } = await outi.json<{ templates: Template[] }>('GET', '/api/admin/templates');
  const receipt = body.templates.find(({ key }) => key === 'web-receipt') as Template;
  const changed = { ...receipt.texts, fi: { subject: 'Kiitos', body: 'Kiitos {{matterNumber}}' } };
  expect((await outi.json('PATCH', `/api/admin/templates/${receipt.id}`, { texts: changed })).status).toBe(200);
  await inTransaction(db, seedTemplates);
  expect((await templateFor(db, 'web-receipt')).texts.fi.subject).toBe('Kiitos');
  await outi.json('PATCH', `/api/admin/templates/${receipt.id}`, { active: false });
  await expect(templateFor(db, 'web-receipt')).rejects.toMatchObject({ code: 'template-not-found' });
  const misspelt = { ...changed, sv: { subject: 'Tack', body: '{{matterNumer}}' } };
  expect(await outi.json('PATCH', `/api/admin/templates/${receipt.id}`, { texts: misspelt })).toMatchObject({
    status: 422,
    body: { code: 'unknown-placeholder', placeholders: ['matterNumer'] },
  });
});

test('an organisation’s own texts are its own', async () => {
  const [outi, venla, kaisa] = [
    await signIn('outi.lehtola@mallila.example'),
    await signIn('venla.suomela@kuvala.example'),
    await signIn('kaisa.rinne@kela.example'),
  ];
  const input = { key: 'kuvala-hello', kind: 'answer', organisationId: await organisationId('kuvala'), texts };
  expect((await outi.json('POST', '/api/admin/templates', input)).status).toBe(404);
  const created = await venla.json<Template>('POST', '/api/admin/templates', input);
  expect(created.status).toBe(201);
  expect((await outi.json('PATCH', `/api/admin/templates/${created.body.id}`, { active: false })).status).toBe(404);
  expect((await kaisa.json('POST', '/api/admin/templates', { ...input, key: 'for-all', organisationId: null })).status).toBe(403);
  const keys = async (email: string) =>
    (await (await signIn(email)).json<{ templates: Template[] }>('GET', '/api/templates')).body.templates.map(({ key }) => key);
  expect(await keys('olli.kuusela@kuvala.example')).toContain('kuvala-hello');
  expect(await keys('aino.korpela@mallila.example')).not.toContain('kuvala-hello');
});
