import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { hasText } from '../../../../platform/i18n/translator.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { listsOf, seedDefaults } from '../../../directory/service.ts';
import type { View } from '../../../site/service.ts';
import { codeWord, codeWords } from './code-words.ts';

const { kysely: db } = (await testDatabase()).db;
await inTransaction(db, (trx) => seedDefaults(trx));
const lists = await listsOf(db, { onlyActive: false });
const viewIn = (locale: 'fi' | 'sv' | 'en') => ({ locale, variant: locale }) as View;
const say = codeWords(viewIn('fi'), lists);

/** Where each table's rows stand in the copy. */
const sections: Record<string, string> = {
  customer: 'customer',
  customer_identity: 'identities',
  arrangement: 'arrangements',
  notice_wish: 'noticeWishes',
  mandate: 'mandatesHeld',
  data_request: 'dataRequests',
  processing_consent: 'changeConsents',
  matter: 'matters',
  need: 'needs',
  step: 'steps',
  contact: 'contacts',
  message: 'messages',
  support_request: 'questions',
  support_request_entry: 'entries',
  share: 'shares',
  document: 'papers',
  document_event: 'custody',
  notice: 'notices',
  notice_thing: 'notices',
  mapping: 'mappings',
  referral: 'referrals',
  language_order: 'languageOrders',
  matter_claim: 'claims',
  appointment: 'bookedTimes',
  invitation: 'invitations',
  waiting: 'waitingFor',
  waiting_offer: 'offers',
};
/** Never in a copy. */
const left = ['support_request.answer_use', 'contact.advice_level'];

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

async function codesOfDatabase(): Promise<[string, string, string][]> {
  const { rows } = await sql<{
    name: string;
    rule: string;
  }>`select rel.relname as name, pg_get_constraintdef(con.oid) as rule from pg_constraint con
    join pg_class rel on rel.oid = con.conrelid where con.contype = 'c'`.execute(db);
  return rows.flatMap(({ name, rule }) => {
    const section = sections[name];
    const found = /^CHECK \(\(+(\w+) = ANY \(+ARRAY\[([^\]]*)\]/.exec(rule);
    if (!section || !found || left.includes(`${name}.${found[1]}`)) return [];
    const key = name === 'notice_thing' ? 'kinds' : camel(found[1] as string);
    return [...(found[2] as string).matchAll(/'([^']+)'/g)].map(([, code]): [string, string, string] => [section, key, code as string]);
  });
}

test('every code that a column may hold has a word in every language', async () => {
  const codes = await codesOfDatabase();
  expect(codes.length).toBeGreaterThan(150);
  for (const locale of ['fi', 'sv', 'en'] as const)
    expect(codes.filter(([section, key, value]) => !codeWord(viewIn(locale), lists, { section, key, value })).map(String), locale).toEqual(
      [],
    );
});

test('every kind of happening has a word', async () => {
  const source = await readFile(new URL('../../happenings.ts', import.meta.url), 'utf8');
  const kinds = [...source.matchAll(/\| '([a-z-]+)'/g)].map(([, kind]) => kind as string);
  expect(kinds.length).toBeGreaterThan(30);
  for (const locale of ['fi', 'sv', 'en'] as const)
    expect(
      kinds.filter((kind) => !hasText(locale, 'codes', `happenings.kind.${kind}`)),
      locale,
    ).toEqual([]);
});

test.each([
  ['arrangements', 'kind', 'needs-interpreter', lists.specialNeeds?.find(({ key }) => key === 'needs-interpreter')?.label.fi],
  ['matters', 'openedChannel', 'counter', 'palvelupiste'],
  ['referrals', 'given', 'email', 'sähköpostilla'],
  ['visits', 'needs', 'wheelchair', lists.specialNeeds?.find(({ key }) => key === 'wheelchair')?.label.fi],
  ['referrals', 'outcome', 'partly', 'auttoi osaan'],
  ['referrals', 'criteria', 'takes-long', lists.digitalReferralCriteria?.find(({ key }) => key === 'takes-long')?.label.fi],
  ['mappings', 'confirmedHow', 'link', 'salaisella linkillä'],
  ['changeConsents', 'details', 'contactWish', 'toivottu yhteydenottotapa'],
  ['dataRequests', 'outcome', 'partly', 'tehty osittain'],
  ['mandatesGiven', 'roles', 'NIMKO', 'nimenkirjoitusoikeus'],
  ['sessions', 'acr', 'http://ftn.ficora.fi/2017/loa2', 'korotettu taso'],
  ['looks', 'action', 'matter.read', 'Asia: katsottu'],
  ['looks', 'action', 'need.shared', 'Tarve: annettu toisen nähtäväksi'],
  ['looks', 'action', 'something.new', 'Tiedot: kirjattu tai muutettu'],
  ['looks', 'purpose', 'advice', 'neuvonta ja asian hoitaminen'],
])('%s.%s %s is said %s', (section, key, code, word) => {
  const said = say(section, key, code);
  expect(said).toBe(word);
});

test('what somebody wrote stays as it is', () => {
  expect(say('messages', 'body', 'open')).toBe('open');
  expect(say('shares', 'ground', 'Saa kertoa asiastani')).toBe('Saa kertoa asiastani');
});
