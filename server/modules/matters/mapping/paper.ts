import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import { makeFollowLink } from '../following/service.ts';
import { variantOf } from '../messages/wording.ts';
import { namesAuthority } from '../naming.ts';
import { mayKeep } from '../policy.ts';
import type { PathPaper } from '../printing/service.ts';
import type { Call, Desk } from '../types.ts';
import { findingsOf, pictureFacts } from './facts.ts';
import type { ShownPicture } from './own-picture.ts';
import { latestPicture, type OwnPicture } from './own-queries.ts';
import { readRows } from './queries.ts';
import type { PictureVariant } from './schema.ts';
import { composePicture, namesIn } from './wording.ts';

export type PicturePaper = {
  variant: PictureVariant;
  number: string;
  text: string;
  named: boolean;
  pointId: string | null;
  confirmed: { how: string; at: string } | null;
  signable: boolean;
  link: PathPaper['link'];
};

/**
 * The picture for paper, in the customer's language or the one asked for; before it has been written, as the answers make it.
 * @throws NotFound, Forbidden for those the matter has left; Conflict `mapping-names-authority` where the customer no longer lets names be given
 */
export async function pictureForPaper(
  desk: Desk,
  call: Call,
  mappingId: string,
  { variant: wish, linked }: { variant: PictureVariant | undefined; linked: boolean },
): Promise<PicturePaper> {
  const rows = await readRows(desk.db, call, mappingId, 'mapping.printed');
  if (!rows) throw new NotFound();
  if (!mayKeep(call.actor, rows.ownerOrg)) throw new Forbidden('matter-kept-elsewhere');
  const variant = wish ?? variantOf(rows.matter.language);
  const names = await namesIn(desk, variant, rows.matter.namesAgreed);
  const text = rows.pictures[variant] ?? composePicture(variant, pictureFacts(await findingsOf(desk.db, rows, variant)), names);
  if (!names.named && namesAuthority(text, names.all)) throw new Conflict('mapping-names-authority');
  return {
    variant,
    number: rows.matter.number,
    text,
    named: names.named,
    pointId: rows.pointId,
    confirmed: rows.confirmedHow && rows.confirmedAt ? { how: rows.confirmedHow, at: rows.confirmedAt } : null,
    signable: rows.state === 'decided',
    link: linked ? await makeFollowLink(desk, call, rows.matter.id) : null,
  };
}

/** What the page behind a matter's link shows of the picture: its text, or null where it is given on paper only. */
export async function pictureForLink(desk: Desk, matterNumber: string, variant: PictureVariant): Promise<ShownPicture | null> {
  const found = await latestPicture(desk.db, { number: matterNumber });
  // One that nobody behind a link may read asks nothing of them either.
  if (!found || (found.secret && found.state === 'decided')) return null;
  const { secret, namesAgreed } = found;
  const { text, lang } = textOf(found, variant);
  const names = await namesIn(desk, variant, namesAgreed);
  // Agreed when it was written and taken back since: then no name is given any more.
  const isReadable = !secret && text && (names.named || !namesAuthority(text, names.all));
  return shown(found, { text: isReadable ? text : null, lang });
}

/** For the customer who has been identified, in the language they read: all of it. */
export async function pictureForOwn(desk: Desk, matterId: string, variant: PictureVariant): Promise<ShownPicture | null> {
  const found = await latestPicture(desk.db, { id: matterId });
  return found ? shown(found, textOf(found, variant)) : null;
}

/** Nothing but what is drawn: the other languages and what a link may not show stay here. */
function shown({ id, version, confirmedAt, commentedAt }: OwnPicture, words: Pick<ShownPicture, 'text' | 'lang'>): ShownPicture {
  return { id, version, confirmedAt, commentedAt, ...words };
}

/** In the language the reader reads, else in the one it was written in. */
function textOf({ pictures, language }: OwnPicture, variant: PictureVariant): { text: string | null; lang: PictureVariant } {
  const lang = pictures[variant] === undefined ? variantOf(language) : variant;
  return { text: pictures[lang] ?? null, lang };
}
