import { sql } from 'kysely';
import type { Names } from '../../../server/modules/directory/types.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';

const zone = 'Europe/Helsinki';

/** Authorities that are in Mallila on some days only. Where they sit says no counter. */
const presences: { organisation: string; days: [number, string, string][]; place: Names }[] = [
  {
    organisation: 'dvv',
    days: [
      [2, '09:00', '15:00'],
      [4, '09:00', '15:00'],
    ],
    place: { fi: '1. kerros', sv: 'Våning 1', en: '1st floor' },
  },
  {
    organisation: 'vero',
    days: [
      [1, '10:00', '14:00'],
      [3, '10:00', '14:00'],
    ],
    place: { fi: '1. kerros', sv: 'Våning 1', en: '1st floor' },
  },
];

const words: { title: Names; body: Names }[] = [
  {
    title: {
      fi: 'Seuraa numeroasi puhelimella',
      sv: 'Följ ditt nummer på telefonen',
      en: 'Follow your number on your phone',
    },
    body: {
      fi: 'Lue koodi vuoronumerosta.\nVoit odottaa myös ulkona.',
      sv: 'Läs koden på könumret.\nDu kan också vänta ute.',
      en: 'Scan the code on your ticket.\nYou may wait outside too.',
    },
  },
];

/** What Mallila's displays show while nobody is called. */
export async function seedDisplays(trx: Trx, point: string): Promise<void> {
  for (const { organisation, days, place } of presences) {
    const weekly = days.map(([weekday, opens, closes]) => ({ weekday, opens, closes }));
    const opening = { zone, weekly, exceptions: [], holidaysClosed: true };
    await sql`insert into authority_presence (point_id, organisation_id, opening, place)
      select ${point}::uuid, id, ${JSON.stringify(opening)}::jsonb, ${JSON.stringify(place)}::jsonb from organisation where key = ${organisation}`.execute(
      trx,
    );
  }
  await sql`insert into info_slide (point_id, kind, seconds, position) values (${point}::uuid, 'today', 15, 0)`.execute(trx);
  for (const [index, { title, body }] of words.entries()) {
    await sql`insert into info_slide (point_id, kind, title, body, position)
      values (${point}::uuid, 'words', ${JSON.stringify(title)}::jsonb, ${JSON.stringify(body)}::jsonb, ${index + 1})`.execute(trx);
  }
}
