import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring } from '../../../../platform/keys/keyring.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { Undeliverable } from '../../messages/sending/types.ts';
import { sendDueLetters } from './letters.ts';
import { endChange, forgetContactChanges, insertChange, insertLetter } from './queries.ts';
import { codeOf, sayCode } from './rules.ts';
import type { AddressLetter } from './types.ts';

const clock = fixedClock('2026-11-23T10:00:00Z');
const { kysely: db } = (await testDatabase()).db;
const keys = readKeyring(generateKeyring());

/** Letters that wait, and a channel that answers as the test says. */
async function anOutbox(answer: (letter: AddressLetter) => void = () => undefined) {
  await sql`delete from contact_letter`.execute(db);
  const made = await sql<{ id: string }>`insert into customer (language) values ('fi') returning id`.execute(db);
  const customerId = (made.rows[0] as { id: string }).id;
  const changeId = await inTransaction(db, async (trx) => {
    const id = await insertChange(trx, {
      customerId,
      email: 'uusi@posti.test',
      at: clock.now(),
      expiresAt: clock.now().add({ hours: 24 }),
    });
    await insertLetter(trx, { customerId, kind: 'code', changeId: id, email: 'uusi@posti.test', language: 'fi' }, clock.now());
    await insertLetter(trx, { customerId, kind: 'changed', changeId: null, email: 'vanha@posti.test', language: 'sv' }, clock.now());
    return id;
  });
  const out: AddressLetter[] = [];
  const send = async (letter: AddressLetter) => {
    out.push(letter);
    answer(letter);
  };
  const run = () => sendDueLetters({ db, clock, ownPages: 'https://polku.test/my', keys, send, log: createLog('silent') });
  const rows = async () =>
    (
      await sql<{ kind: string; state: string; email: string | null }>`select kind, state, email from contact_letter order by kind`.execute(
        db,
      )
    ).rows;
  return { out, run, rows, changeId, customerId };
}

test('the code goes to the new address and the news to the old, in words that tell nothing; addresses are then forgotten', async () => {
  const { out, run, rows, changeId } = await anOutbox();
  expect(await run()).toBe(2);
  expect(await run()).toBe(0);
  const code = out.find(({ email }) => email === 'uusi@posti.test');
  expect(code?.text).toContain(sayCode(codeOf(keys, changeId)));
  expect(code?.text).toContain('https://polku.test/my/details');
  const changed = out.find(({ email }) => email === 'vanha@posti.test');
  expect([changed?.subject, changed?.text.includes('uusi@')]).toEqual(['Dina kontaktuppgifter har ändrats', false]);
  expect(out.map(({ subject, text }) => subject + text).join(' ')).not.toMatch(/kela|verotoimisto|asian numero/i);
  expect(await rows()).toEqual([
    { kind: 'changed', state: 'sent', email: null },
    { kind: 'code', state: 'sent', email: null },
  ]);
});

test('what fails is tried again later, what is refused for good is given up', async () => {
  const { out, run, rows } = await anOutbox(({ email }) => {
    throw email === 'uusi@posti.test' ? new Undeliverable('no such user') : new Error('busy');
  });
  await run();
  expect(await rows()).toEqual([
    { kind: 'changed', state: 'waiting', email: 'vanha@posti.test' },
    { kind: 'code', state: 'given-up', email: null },
  ]);
  expect(await run()).toBe(0);
  clock.advance({ minutes: 1 });
  expect(await run()).toBe(1);
  expect(out).toHaveLength(3);
});

test('nothing leaves to who has come under turvakielto, nor a code of a change that is over', async () => {
  const restricted = await anOutbox();
  await sql`update customer set restricted = true where id = ${restricted.customerId}::uuid`.execute(db);
  expect(await restricted.run()).toBe(0);
  expect((await restricted.rows()).map(({ state, email }) => [state, email])).toEqual([
    ['given-up', null],
    ['given-up', null],
  ]);
  const over = await anOutbox();
  await inTransaction(db, (trx) => endChange(trx, over.customerId, clock.now()));
  await over.run();
  expect(over.out.map(({ email }) => email)).toEqual(['vanha@posti.test']);
});

test('what was asked and never confirmed is forgotten', async () => {
  const { run, rows } = await anOutbox();
  await run();
  await forgetContactChanges(db, clock.now().add({ hours: 24 * 30 }));
  expect(await rows()).toEqual([]);
  expect((await sql`select 1 from contact_change`.execute(db)).rows).toEqual([]);
});
