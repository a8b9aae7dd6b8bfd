import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { takeNumbers } from '../visits/queries.ts';
import type { KioskView } from './schema.ts';

type Block = KioskView['blocks'][number];

/** Ten minutes without network at a rush of one visitor every twelve seconds. */
const NUMBERS = 50;
/** A new block is taken when fewer are left. */
const LEAST_LEFT = 20;

type Kiosk = { deviceId: string; pointId: string };

/** The device's numbers of a letter on a day, topped up. Taken in one change with the point's counter, so no two devices share one. */
export async function blocksFor(trx: Trx, kiosk: Kiosk, day: Temporal.PlainDate, prefixes: readonly string[]): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const prefix of [...prefixes].sort()) {
    const own = await readBlocks(trx, kiosk, day, prefix);
    const left = own.reduce((sum, { next, last }) => sum + last - next + 1, 0);
    blocks.push(...own);
    if (left < LEAST_LEFT) blocks.push(await takeBlock(trx, kiosk, day, prefix));
  }
  return blocks;
}

/** Whether the number is of a block of this device; a day to each side, as its clock may stand differently at midnight. */
export async function dayOfOwnNumber(
  trx: Trx,
  { deviceId }: Kiosk,
  code: string,
  arrived: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const { rows } = await sql<{
    day: Temporal.PlainDate;
  }>`select day from queue_block where device_id = ${deviceId}::uuid and prefix = ${code[0]}
      and ${Number(code.slice(1))}::int between first and last and abs(day - ${arrived}::date) <= 1 order by abs(day - ${arrived}::date) limit 1`.execute(
    trx,
  );
  return rows[0]?.day;
}

/** Told of by the kiosk: never offered again, wherever the visitor has gone since. */
export async function countAsGiven(trx: Trx, { deviceId }: Kiosk, day: Temporal.PlainDate, code: string): Promise<void> {
  const number = Number(code.slice(1));
  await sql`update queue_block set next = ${number + 1}::int where device_id = ${deviceId}::uuid and day = ${day.toString()}::date
    and prefix = ${code[0]} and ${number}::int between next and last`.execute(trx);
}

/** Those with numbers left; `next`: the first that the kiosk has not told of. */
async function readBlocks(trx: Trx, { deviceId }: Kiosk, day: Temporal.PlainDate, prefix: string): Promise<Block[]> {
  const { rows } = await sql<{ first: number; last: number; next: number }>`
    select b.first, b.last, b.next
    from queue_block b where b.device_id = ${deviceId}::uuid and b.day = ${day}::date and b.prefix = ${prefix} order by b.first for update`.execute(
    trx,
  );
  return rows.filter(({ next, last }) => next <= last).map((row) => ({ ...row, day: day.toString(), prefix }));
}

async function takeBlock(trx: Trx, { deviceId, pointId }: Kiosk, day: Temporal.PlainDate, prefix: string): Promise<Block> {
  const { first, last } = await takeNumbers(trx, pointId, day, prefix, NUMBERS);
  await sql`insert into queue_block (device_id, point_id, day, prefix, first, last, next)
    values (${deviceId}::uuid, ${pointId}::uuid, ${day}::date, ${prefix}, ${first}, ${last}, ${first})`.execute(trx);
  return { day: day.toString(), prefix, first, last, next: first };
}
