import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { receivedBy } from './row-query.ts';

/** A paper as its customer sees it, on the page behind the link, on their own pages or on a receipt. */
export type ShownDocument = {
  id: string;
  kind: 'original' | 'copy';
  title: string;
  pages: number;
  arrivedAt: string;
  arrivedPlace: string;
  /** The organisation that received it; people are not named to customers. */
  receivedBy: string;
  /** Where it is, without saying whose: at the desk, passed on, or given back. */
  state: 'here' | 'passed-on' | 'given-back' | 'sent-back';
  stateAt: string;
  returnBy: string | null;
  /** Null unless the customer agreed that authorities are named (M13). */
  organisationId: string | null;
};

/** The papers the customer left in a matter, those received by its present keeper or before. The caller has let the reader in, and audits. */
export async function documentsOf(db: Db, matterId: string): Promise<ShownDocument[]> {
  const found = await sql<{ shown: ShownDocument }>`select ${shown} as shown from document d join matter m on m.id = d.matter_id
    where d.matter_id = ${matterId}::uuid order by d.arrived_at, d.id`.execute(db);
  return found.rows.map((row) => row.shown);
}

/** Needs the aliases d and m. */
export const shown = sql`jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'pages', d.pages, 'arrivedAt', iso(d.arrived_at),
  'arrivedPlace', d.arrived_place, 'receivedBy', ${receivedBy},
  'state', case d.state when 'here' then 'here' when 'coming-back' then 'passed-on' when 'returned' then 'given-back' when 'sent-back' then 'sent-back'
    else 'passed-on' end, 'stateAt', iso(d.state_at), 'returnBy', d.return_by,
  'organisationId', case when m.names_agreed then d.organisation_id end)`;
