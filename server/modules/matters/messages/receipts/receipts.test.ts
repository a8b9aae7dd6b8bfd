import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { mailRoom } from '../../../../testing/mail-room.ts';
import { aTown, type Town } from '../../../../testing/town.ts';
import { openLink } from '../../../identity/links/service.ts';
import { seedTemplates } from '../../../notifications/service.ts';
import { openFromChannel } from '../../opening/service.ts';
import { MatterInput } from '../../schema.ts';
import { sendDue } from '../sending/service.ts';
import { sendReceipt } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
let town: Town;
beforeAll(async () => {
  await inTransaction(db, seedTemplates);
  town = await aTown(db, clock);
});

async function sentBy(email: string, language = 'fi') {
  const { desk, units } = town;
  const unit = (await desk.directory.read()).units.find(({ id }) => id === units.front);
  const input = MatterInput.parse({ contact: { channel: 'web' }, customer: { email, language }, needs: [{ ownWords: 'moving' }] });
  return inTransaction(db, async (trx) => {
    const { id: matterId, contactId } = await openFromChannel(desk, trx, unit as NonNullable<typeof unit>, input);
    const receipt = {
      matterId,
      contactId,
      email,
      language,
      publicUrl: 'https://polku.example',
      linkValidUntil: clock.now().add({ hours: 2160 }),
    };
    return { matterId, sent: await sendReceipt(desk, trx, receipt) };
  });
}

const anAddress = () => `${randomUUID()}@posti.example`;

test('a receipt leaves at once with a link of its own, which no row holds; the turn stays ours', async () => {
  const { matterId, sent } = await sentBy(anAddress());
  expect(sent).toBe(true);
  const kept = await sql<{ body: string }>`select body from message where matter_id = ${matterId}::uuid`.execute(db);
  expect(kept.rows[0]?.body).toContain('https://polku.example/a/•••');
  const { out, outbox } = mailRoom(town.desk);
  await sendDue(outbox);
  expect(out).toHaveLength(1);
  expect(out[0]).toMatchObject({ leaves: 'message', automatic: true, matterId });
  const token = /https:\/\/polku\.example\/a\/([\w-]{27})\n/.exec(out[0]?.text ?? '')?.[1];
  expect(await openLink({ db, clock }, token)).toMatchObject({ matterId });
  const rows = await sql<{
    all: string;
  }>`select (select string_agg(to_jsonb(r)::text, '') from message r) || (select string_agg(to_jsonb(l)::text, '') from secret_link l) as all`.execute(
    db,
  );
  expect(rows.rows[0]?.all).not.toContain(token);
  const matter = await sql<{ awaits: string }>`select awaits from matter where id = ${matterId}::uuid`.execute(db);
  expect(matter.rows[0]?.awaits).toBe('us');
});

test('its subject and words name no authority and no matter', async () => {
  await sentBy(anAddress(), 'sv');
  const { out, outbox } = mailRoom(town.desk);
  await sendDue(outbox);
  expect(out[0]?.subject).toMatch(/^[^:]{1,40} \[\d\d \d\d \d\d-\d\]$/);
  expect(out[0]?.text).not.toContain('moving');
});

test('at most one an hour to an address, however it is written', async () => {
  const email = anAddress();
  expect((await sentBy(email)).sent).toBe(true);
  expect((await sentBy(email.toUpperCase())).sent).toBe(false);
  clock.advance({ minutes: 61 });
  expect((await sentBy(email)).sent).toBe(true);
});

test('none when its text is out of use', async () => {
  await sql`update text_template set active = false where key = 'web-receipt'`.execute(db);
  expect((await sentBy(anAddress())).sent).toBe(false);
});
