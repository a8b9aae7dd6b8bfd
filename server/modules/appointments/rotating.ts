import { sql } from 'kysely';
import type { Db } from '../../platform/db/transaction.ts';
import type { Encrypted } from '../../platform/keys/rotation.ts';

/** What is sealed for each row; `key` names the row. */
const columns = [
  { table: 'appointment', column: 'contact', key: 'id' },
  { table: 'appointment', column: 'meeting_link', key: 'id' },
  { table: 'previsit', column: 'answers', key: 'appointment_id' },
  { table: 'waiting', column: 'contact', key: 'id' },
  { table: 'invitation', column: 'content', key: 'id' },
] as const;

/** For the job that rotates keys: who has booked, where they are met by video, what they have told before they come, who waits and who is invited. */
export const encryptedBooking = (db: Db): Encrypted[] => columns.map((one) => encryptedColumn(db, one));

function encryptedColumn(db: Db, { table, column, key }: (typeof columns)[number]): Encrypted {
  const [rows, sealed, row] = [sql.table(table), sql.ref(column), sql.ref(key)];
  return {
    ...{ table, column },
    older: async (present, limit) => {
      const found = await sql<{ row: string; value: string }>`select ${row} as row, ${sealed} as value from ${rows}
        where ${sealed} is not null and ${sealed} not like ${`${present}.%`} order by ${row} limit ${limit}`.execute(db);
      return found.rows;
    },
    replace: async (id, was, value) => {
      await sql`update ${rows} set ${sealed} = ${value} where ${row} = ${id}::uuid and ${sealed} = ${was}`.execute(db);
    },
  };
}
