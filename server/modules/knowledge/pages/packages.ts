import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listClasses, servicesOfLifeEvent } from '../services/service.ts';
import type { ClassName } from '../services/types.ts';
import type { Reader } from './reader.ts';
import { type Row, rowOf } from './rows.ts';

export type LifeEvent = ClassName & { parentCode: string | null };

/** What may help in a situation. `parts`: narrower situations; `ordered`: whether the steps are to be taken in this order. */
export type Package = { event: LifeEvent; parts: LifeEvent[]; steps: Row[]; ordered: boolean };

export const lifeEvents = (db: Db): Promise<LifeEvent[]> => listClasses(db, 'life-event');

/**
 * The services that name the life event or a part of it, by name.
 * @throws NotFound for a code no life event has
 */
export async function readPackage(db: Db, reader: Reader, code: string): Promise<Package> {
  const events = await lifeEvents(db);
  const event = events.find((each) => each.code === code);
  if (!event) throw new NotFound();
  const lines = await servicesOfLifeEvent(db, code);
  const steps = lines.map((line) => rowOf(reader, line)).toSorted((a, b) => byName(a, b, reader.view.locale));
  return { event, parts: events.filter(({ parentCode }) => parentCode === code), steps, ordered: false };
}

const byName = (a: Row, b: Row, locale: string) => (a.name?.text ?? '').localeCompare(b.name?.text ?? '', locale);
