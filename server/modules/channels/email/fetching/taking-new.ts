import type { ImapFlow } from 'imapflow';
import type { KeptMailbox } from '../mailboxes/queries.ts';
import { limits } from '../parse/limits.ts';
import { passes, quarantine, quarantineUnfetched } from '../taking/quarantine.ts';
import { sha256 } from '../taking/rules.ts';
import { takeMail } from '../taking/service.ts';
import type { Arrival } from '../taking/types.ts';
import type { MailDeps } from '../types.ts';
import { movePlace, type Place, placeIn } from './queries.ts';
import { inBatches, type Listed, newOnes, wantedFrom } from './rules.ts';

/** How often the same mail may fail with what usually passes before it is laid aside, so that it does not hold up those behind it. */
const MOST_FAILURES = 4;

/** Failures of this process by mail; kept over connections. */
export type Failures = Map<string, number>;

/** `lastUid`: of the mails that were there when the folder was opened. */
type Folder = { uidValidity: number; lastUid: number };
type Fetched = { uid: number; raw: Buffer; arrival: Arrival };

/**
 * Takes all new mails of the open folder, batch by batch: fetched, taken one by one in transactions of their own, and only then flagged on
 * the server and the place moved on. Wherever this ends, what is not moved past is fetched again and found taken.
 * @returns how many were new
 */
export async function takeNew(deps: MailDeps, client: ImapFlow, box: KeptMailbox, failures: Failures): Promise<number> {
  const { db } = deps.desk;
  const folder = openFolder(client);
  const place = await placeIn(db, box.id);
  const isCounted = place.uidValidity === folder.uidValidity;
  const uids = await newUids(client, place, folder);
  for (const batch of inBatches(await listed(client, uids))) {
    const fetched = await fetchBatch(deps, client, box, batch, folder);
    for (const mail of fetched) {
      if (!client.usable) throw new Error('the connection was closed');
      await takeOne(deps, box, mail, failures);
    }
    await deps.breakpoint?.('committed');
    await flag(deps, client, fetched);
    if (isCounted) await movePlace(db, box.id, folder.uidValidity, (batch.at(-1) as Listed).uid);
    await deps.breakpoint?.('flagged');
  }
  // In a numbering new to us the place is noted at the end only: before it, what lies after a mail is not all new.
  if (!isCounted) await movePlace(db, box.id, folder.uidValidity, folder.lastUid);
  return uids.length;
}

function openFolder(client: ImapFlow): Folder {
  if (!client.mailbox) throw new Error('no folder is open');
  return { uidValidity: Number(client.mailbox.uidValidity), lastUid: client.mailbox.uidNext - 1 };
}

async function newUids(client: ImapFlow, place: Place, { uidValidity }: Folder): Promise<number[]> {
  const found = await client.search(wantedFrom(place, uidValidity), { uid: true });
  if (!found) throw new Error('the server did not search');
  return newOnes(found, place, uidValidity);
}

async function listed(client: ImapFlow, uids: number[]): Promise<Listed[]> {
  if (uids.length === 0) return [];
  const mails = await client.fetchAll(uids, { uid: true, size: true }, { uid: true });
  return mails.map(({ uid, size }) => ({ uid, size: size ?? 0 })).sort((a, b) => a.uid - b.uid);
}

/** A mail too large to be read is laid aside without fetching it. One that is gone meanwhile is nobody's. */
async function fetchBatch(
  deps: MailDeps,
  client: ImapFlow,
  box: KeptMailbox,
  batch: Listed[],
  { uidValidity }: Folder,
): Promise<Fetched[]> {
  const now = deps.desk.clock.now();
  for (const { uid, size } of batch.filter(isTooLarge)) await quarantineUnfetched(deps, box, size, { at: now, uid, uidValidity });
  const uids = batch.filter((mail) => !isTooLarge(mail)).map(({ uid }) => uid);
  if (uids.length === 0) return [];
  const mails = await client.fetchAll(uids, { uid: true, source: true, internalDate: true }, { uid: true });
  const fetched = mails.flatMap(({ uid, source, internalDate }) => {
    return source ? [{ uid, raw: source, arrival: { uid, uidValidity, at: arrivedAt(internalDate, now) } }] : [];
  });
  await deps.breakpoint?.('fetched');
  return fetched.sort((a, b) => a.uid - b.uid);
}

function isTooLarge({ size }: Listed): boolean {
  return size > limits.mail;
}

/**
 * A mail has arrived when our server had it (laki sähköisestä asioinnista 13/2003, 10 §), by that server's clock but never in our future.
 * IMAP tells whole seconds: the second's end is taken, or an answer to a message of ours within the same second would stand before it.
 */
function arrivedAt(internalDate: string | { toISOString(): string } | undefined, now: Temporal.Instant): Temporal.Instant {
  if (!internalDate || typeof internalDate === 'string') return now;
  const told = Temporal.Instant.from(internalDate.toISOString()).add({ milliseconds: 999 });
  return Temporal.Instant.compare(told, now) > 0 ? now : told;
}

async function takeOne(deps: MailDeps, box: KeptMailbox, { uid, raw, arrival }: Fetched, failures: Failures): Promise<void> {
  const key = `${arrival.uidValidity}:${uid}`;
  try {
    await takeMail(deps, box, raw, arrival);
    failures.delete(key);
  } catch (error) {
    const count = (failures.get(key) ?? 0) + 1;
    failures.set(key, count);
    if (count < MOST_FAILURES || !passes(error) || !(await isDatabaseThere(deps))) throw error;
    await quarantine(deps, box, { raw, rawHash: sha256(raw), arrival, error });
    failures.delete(key);
  }
}

async function isDatabaseThere({ desk }: MailDeps): Promise<boolean> {
  return desk.db
    .selectFrom('mailbox')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    );
}

/** Only so that a person looking into the mailbox sees what is taken: a server that refuses it changes nothing for us. */
async function flag({ log }: MailDeps, client: ImapFlow, fetched: Fetched[]): Promise<void> {
  if (fetched.length === 0) return;
  const uids = fetched.map(({ uid }) => uid);
  const done = await client.messageFlagsAdd(uids, ['\\Seen'], { uid: true });
  if (!done) log.warn('taken mails could not be marked as read', { count: uids.length });
}
