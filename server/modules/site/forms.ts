import { sql } from 'kysely';
import type { Db } from '../../platform/db/transaction.ts';
import type { CurrentDirectory } from '../directory/service.ts';

export type Directory = Awaited<ReturnType<CurrentDirectory['read']>>;
export type FrontUnit = Directory['units'][number];

/** What every form feeds that has no row of its own. */
export const MAIN_FORM = 'contact';

/** Where what a form sends goes. Undefined only where there is no front office at all. */
export async function unitOfForm(db: Db, directory: Directory, form: string = MAIN_FORM): Promise<FrontUnit | undefined> {
  const fed = await sql<{ key: string; unit_id: string }>`select key, unit_id from web_form where key in (${form}, ${MAIN_FORM})`.execute(
    db,
  );
  const unitId = (fed.rows.find(({ key }) => key === form) ?? fed.rows[0])?.unit_id;
  return directory.units.find(({ id }) => id === unitId) ?? firstFrontOffice(directory);
}

function firstFrontOffice({ units, organisations }: Directory): FrontUnit | undefined {
  const municipalities = new Set(organisations.filter(({ kind }) => kind === 'municipality').map(({ id }) => id));
  const front = units.filter(({ tier }) => tier === 1);
  return front.find(({ organisationId }) => municipalities.has(organisationId)) ?? front[0];
}
