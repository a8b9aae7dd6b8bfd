import { describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMessage, matterOf, tracesOf } from '../../../testing/mail-room.ts';
import { aMatter, aTown, needsOf } from '../../../testing/town.ts';
import { close } from '../closing/service.ts';
import { ContactInput } from './schema.ts';
import { changeContact, noteContact } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
const town = await aTown(db, clock);
const { desk, aino, tiina, nelli, mika } = town;

const note = (matterId: string, parts: Record<string, unknown> = {}, by = aino) =>
  noteContact(desk, by, matterId, ContactInput.parse({ channel: 'phone', ...parts }));
const contactOf = (id: string) => db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('noting a contact', () => {
  test('is the caller’s, at their point, and leaves a trace', async () => {
    const { id } = await aMatter(town, aino);
    const contact = await contactOf((await note(id, { summary: 'Soitti uudelleen' }, tiina)).id);
    expect(contact).toMatchObject({
      matter_id: id,
      owner_org: town.organisations.city,
      person_id: tiina.actor.personId,
      point_id: town.point,
      summary: 'Soitti uudelleen',
      ended_at: null,
      wrapped_at: null,
    });
    expect(await tracesOf(db, id)).toEqual({ audit: ['matter.opened', 'contact.noted'], events: ['matter.opened', 'contact.noted'] });
  });

  test('began when the talk began, but not in the future and not days ago', async () => {
    const { id } = await aMatter(town, aino);
    const start = async (startedAt: Temporal.Instant) =>
      (await contactOf((await note(id, { startedAt: startedAt.toString() })).id)).started_at.toString();
    const now = clock.now();
    expect(await start(now.subtract({ minutes: 9 }))).toBe(now.subtract({ minutes: 9 }).toString());
    expect(await start(now.add({ minutes: 9 }))).toBe(now.toString());
    expect(await start(now.subtract({ hours: 25 }))).toBe(now.toString());
  });

  test('ended before it was noted keeps that end', async () => {
    const { id } = await aMatter(town, aino);
    const [startedAt, endedAt] = [clock.now().subtract({ minutes: 9 }), clock.now().subtract({ minutes: 2 })];
    const noted = await contactOf((await note(id, { startedAt: startedAt.toString(), endedAt: endedAt.toString() })).id);
    expect(noted.ended_at?.toString()).toBe(endedAt.toString());
  });

  test('begun by the customer gives the turn to us; a call of ours does not', async () => {
    const { id } = await aMatter(town, aino);
    await aMessage(desk, aino, id, { channel: 'counter' });
    await note(id, { direction: 'out' });
    expect((await matterOf(db, id)).awaits).toBe('customer');
    await note(id, { direction: 'in' });
    expect((await matterOf(db, id)).awaits).toBe('us');
  });

  test('not in a matter one does not keep, one that is closed, or about another’s need', async () => {
    const [mine, other] = [await aMatter(town, aino), await aMatter(town, aino)];
    const [needId] = await needsOf(db, mine.id);
    const [otherNeedId] = await needsOf(db, other.id);
    await note(mine.id, { needId });
    await expect(note(mine.id, { needId: otherNeedId })).rejects.toMatchObject({ status: 404 });
    await expect(note(mine.id, {}, nelli)).rejects.toMatchObject({ status: 404 });
    await expect(note(mine.id, {}, mika)).rejects.toMatchObject({ status: 404 });
    await close(desk, aino, mine.id);
    await expect(note(mine.id)).rejects.toMatchObject({ code: 'matter-closed', status: 409 });
  });
});

describe('typing while talking', () => {
  test('is saved as it comes; a second writer is told', async () => {
    const { contactId } = await aMatter(town, aino);
    await changeContact(desk, aino, contactId, { summary: 'Muuttaa', version: 1 });
    await changeContact(desk, aino, contactId, { summary: 'Muuttaa Ouluun', identification: 'document-seen', version: 2 });
    expect(await contactOf(contactId)).toMatchObject({ summary: 'Muuttaa Ouluun', identification: 'document-seen', version: 3 });
    await expect(changeContact(desk, tiina, contactId, { summary: 'Muu', version: 2 })).rejects.toMatchObject({
      code: 'contact-changed',
      status: 409,
    });
    await changeContact(desk, tiina, contactId, { summary: 'Muuttaa Ouluun 1.12.', version: 3 });
  });

  test('ends and goes on; an end before the start is refused', async () => {
    const { contactId } = await aMatter(town, aino);
    const end = (endedAt: Temporal.Instant | null, version: number) =>
      changeContact(desk, aino, contactId, { endedAt: endedAt?.toString() ?? null, version });
    clock.advance({ minutes: 5 });
    await end(clock.now(), 1);
    expect((await contactOf(contactId)).ended_at?.toString()).toBe(clock.now().toString());
    await changeContact(desk, aino, contactId, { summary: 'x', version: 2 });
    expect((await contactOf(contactId)).ended_at).not.toBeNull();
    await end(null, 3);
    expect((await contactOf(contactId)).ended_at).toBeNull();
    await expect(end(clock.now().subtract({ minutes: 6 }), 4)).rejects.toMatchObject({ code: 'end-before-start', status: 422 });
  });

  test('a neighbour’s contact does not exist', async () => {
    const { contactId } = await aMatter(town, aino);
    for (const stranger of [nelli, mika, town.admin]) {
      await expect(changeContact(desk, stranger, contactId, { summary: 'x', version: 1 })).rejects.toMatchObject({ status: 404 });
    }
    await changeContact(desk, tiina, contactId, { summary: 'x', version: 1 });
  });
});
