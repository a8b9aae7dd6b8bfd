import type { Db } from '../../platform/db/transaction.ts';
import { Invalid } from '../../platform/errors.ts';
import { listsOf } from '../directory/service.ts';
import type { Names } from '../directory/types.ts';

/** What a booker may say that they need. */
export async function specialNeedsOf(db: Db): Promise<{ key: string; name: Names }[]> {
  const { specialNeeds = [] } = await listsOf(db, { onlyActive: true });
  return specialNeeds.map(({ key, label }) => ({ key, name: label }));
}

/** A key that nobody knows would be passed over, and its booker met unprepared. @throws Invalid `unknown-special-need` */
export async function requireKnownNeeds(db: Db, needs: readonly string[]): Promise<void> {
  if (needs.length === 0) return;
  const known = await specialNeedsOf(db);
  if (!needs.every((need) => known.some(({ key }) => key === need))) throw new Invalid('unknown-special-need', { fields: ['needs'] });
}

/** Of an address, where they stand with commas between. @throws Invalid `unknown-special-need` */
export async function needsIn(db: Db, text: string | undefined): Promise<string[]> {
  const needs = text?.split(',') ?? [];
  await requireKnownNeeds(db, needs);
  return needs;
}
