import type { Place } from './queries.ts';

/** Mails fetched before the first of them is taken, and their bytes: what a batch holds in memory. */
const MOST_MAILS = 25;
const MOST_BYTES = 32 * 1024 * 1024;

export type Listed = { uid: number; size: number };

/** What to ask the server for. */
export type Wanted = { uid: string } | { or: [{ seen: false }, { since: string }] } | { seen: false };

/**
 * Which mails are new. By number where the numbering is still the one we know (a mail that somebody has opened elsewhere is still new to
 * us). A mailbox never fetched from begins with its unread mail: what people had handled before stays theirs. When the server has
 * numbered all anew (RFC 3501 section 2.3.1.1), the unread and those since the day before the last look, which the mails' own hashes sort out.
 */
export function wantedFrom(place: Place, uidValidity: number): Wanted {
  if (place.uidValidity === uidValidity) return { uid: `${place.lastUid + 1}:*` };
  if (place.uidValidity === null || !place.checkedAt) return { seen: false };
  return { or: [{ seen: false }, { since: place.checkedAt.subtract({ hours: 48 }).toString() }] };
}

/** `n:*` names the last mail even where its number is below n. */
export function newOnes(uids: number[], place: Place, uidValidity: number): number[] {
  const after = place.uidValidity === uidValidity ? place.lastUid : 0;
  return uids.filter((uid) => uid > after).sort((a, b) => a - b);
}

export function inBatches(mails: Listed[]): Listed[][] {
  const batches: Listed[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const batch = batches.at(-1);
    if (batch && batch.length < MOST_MAILS && bytes + mail.size <= MOST_BYTES) {
      batch.push(mail);
      bytes += mail.size;
    } else {
      batches.push([mail]);
      bytes = mail.size;
    }
  }
  return batches;
}

/** Milliseconds before the next attempt: doubled each time up to five minutes, spread so that many mailboxes do not knock together. */
export function pauseAfter(failures: number, random: number): number {
  return Math.min(1_000 * 2 ** Math.min(failures - 1, 10), 300_000) * (0.75 + random / 2);
}
