import type { Kysely } from 'kysely';
import { insertPackage, type PackageContent } from '../modules/knowledge/service.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { Town } from './town.ts';

const step = (fi: string, sv: string, en: string, rest: Partial<PackageContent['steps'][number]> = {}) => ({
  texts: { fi: { title: fi, note: '' }, sv: { title: sv, note: '' }, en: { title: en, note: '' } },
  who: 'customer' as const,
  organisationId: null,
  serviceId: null,
  channel: null,
  deadlineDays: null,
  ...rest,
});

/** A move in three steps: two with a deadline, one of an authority. */
export const moving = (kela: string): PackageContent => ({
  texts: {
    fi: { title: 'Muutto toiseen kuntaan', intro: 'Mitä muuttaja tekee ja missä järjestyksessä.' },
    sv: { title: 'Flytt till en annan kommun', intro: 'Vad du gör när du flyttar, och i vilken ordning.' },
    en: { title: 'Moving to another municipality', intro: 'What to do when you move, and in which order.' },
  },
  steps: [
    step('Tee muuttoilmoitus', 'Gör flyttanmälan', 'Notify of the move', { deadlineDays: 7, channel: 'web' }),
    step('Hae asumistukea uuteen asuntoon', 'Ansök om bostadsbidrag', 'Apply for housing support', {
      organisationId: kela,
      deadlineDays: 30,
    }),
    step('Tee sähkösopimus', 'Ingå elavtal', 'Make an electricity contract'),
  ],
});

/** The city's own package in use. */
export async function aPackage(db: Kysely<Tables>, { organisations, admin }: Town, lifeEvent: string | null = null): Promise<string> {
  const { city, kela } = organisations;
  return inTransaction(db, async (trx) => {
    const made = await insertPackage(trx, { ownerOrg: city, lifeEvent, content: moving(kela), personId: admin.actor.personId });
    return made as string;
  });
}
