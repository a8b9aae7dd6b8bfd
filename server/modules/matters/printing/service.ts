import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { makeFollowLink } from '../following/service.ts';
import { mayKeep } from '../policy.ts';
import type { Call, Desk } from '../types.ts';
import { type Letter, type PaperMatter, readForPaper, readLetter } from './queries.ts';

export { letterSheet } from './letter-sheet.ts';

export type PathPaper = { matter: PaperMatter; link: { token: string; expiresAt: Temporal.Instant } | null };

/**
 * A matter's path for paper. Authorities are named only when the desk has just asked the customer (M13); the audit log says which it was.
 * @throws NotFound, Forbidden for those the matter is only shared with
 */
export async function pathForPaper(
  desk: Desk,
  call: Call,
  matterId: string,
  { named, linked }: { named: boolean; linked: boolean },
): Promise<PathPaper> {
  const matter = await readForPaper(desk.db, call, matterId, named);
  if (!matter) throw new NotFound();
  if (!mayKeep(call.actor, matter.ownerOrg)) throw new Forbidden('matter-kept-elsewhere');
  return { matter, link: linked ? await makeFollowLink(desk, call, matterId) : null };
}

/** @throws NotFound for anything but a message to the customer that the caller's organisation keeps */
export async function letterForPaper(desk: Desk, call: Call, messageId: string): Promise<Letter> {
  const letter = await readLetter(desk.db, call, messageId);
  if (!letter) throw new NotFound();
  return letter;
}
