import type { Readable } from 'node:stream';
import { dayOf } from '../../../platform/clock/day.ts';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { readFile, recordFile, releaseFiles } from '../../../platform/files/store.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import { recordChange } from '../../identity/service.ts';
import type { Actor, By } from '../../identity/types.ts';
import { keptPoint } from '../points/kept.ts';
import type { Floor } from '../types.ts';
import { takePicture } from './picture.ts';
import * as rows from './queries.ts';
import type { ShownSlide, Slide, SlideChange, SlideInput } from './schema.ts';

type Deps = Pick<Floor, 'db' | 'clock'> & { files: FileDriver };
/** More would come round so seldom that nobody sees them. */
const MOST = 30;

/** @throws NotFound; Forbidden for those who work there and do not keep the point */
export async function slidesFor({ db }: Deps, actor: Actor, pointId: string): Promise<Slide[]> {
  await keptPoint(db, actor, pointId);
  return (await rows.slidesOf(db, pointId)).map(({ pictureId, ...slide }) => slide);
}

/** @throws NotFound; Forbidden; Conflict `slides-full`; Invalid `slide-words`, `end-before-start` */
export async function addSlide(_: Deps, trx: Trx, by: By, pointId: string, input: SlideInput): Promise<{ id: string }> {
  const { organisationId } = await keptPoint(trx, by.actor, pointId);
  if ((await rows.slidesOf(trx, pointId)).length >= MOST) throw new Conflict('slides-full', { most: MOST });
  requireSound(input);
  const id = await rows.insertSlide(trx, pointId, input);
  await recordChange(trx, by, 'slide.added', id, organisationId);
  return { id };
}

/** @throws NotFound; Forbidden; Conflict `slide-changed`; Invalid `slide-words`, `slide-alt`, `end-before-start` */
export async function changeSlide(deps: Deps, by: By, id: string, { version, ...change }: SlideChange): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { slide, organisationId } = await lockKept(trx, by, id);
    if (slide.version !== version) throw new Conflict('slide-changed');
    const becomes: rows.SlideRow = { ...slide, ...given(change) };
    requireSound(becomes);
    if (becomes.pictureId && !becomes.alt) throw new Invalid('slide-alt', { fields: ['alt'] });
    await rows.updateSlide(trx, id, becomes);
    await recordChange(trx, by, 'slide.changed', id, organisationId);
  });
}

/** @throws NotFound; Forbidden */
export async function removeSlide(deps: Deps, by: By, id: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { slide, organisationId } = await lockKept(trx, by, id);
    await rows.deleteSlide(trx, id);
    await releaseFiles(trx, slide.pictureId ? [slide.pictureId] : []);
    await recordChange(trx, by, 'slide.removed', id, organisationId);
  });
}

/** `alt`: what the picture shows, in each language. @throws NotFound; Forbidden; Invalid `slide-words`, `slide-alt`; as `takePicture` */
export async function putPicture(deps: Deps, by: By, id: string, alt: NonNullable<Slide['alt']>, upload: Upload): Promise<void> {
  // Asked before the picture is unpacked, and again when it is written.
  await inTransaction(deps.db, (trx) => lockForPicture(trx, by, id));
  if (Object.values(alt).includes('')) throw new Invalid('slide-alt', { fields: ['alt'] });
  const received = await takePicture(deps.files, upload);
  await inTransaction(deps.db, async (trx) => {
    const { slide, organisationId } = await lockForPicture(trx, by, id);
    const file = await recordFile(trx, received, 'claimed');
    await rows.setPicture(trx, id, file.id, alt);
    await releaseFiles(trx, slide.pictureId ? [slide.pictureId] : []);
    await recordChange(trx, by, 'slide.picture-changed', id, organisationId);
  });
}

/** @throws NotFound; Forbidden */
export async function removePicture(deps: Deps, by: By, id: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { slide, organisationId } = await lockKept(trx, by, id);
    if (!slide.pictureId) throw new NotFound();
    await rows.setPicture(trx, id, null, null);
    await releaseFiles(trx, [slide.pictureId]);
    await recordChange(trx, by, 'slide.picture-changed', id, organisationId);
  });
}

/** For the preview at set-up. @throws NotFound; Forbidden */
export async function pictureFor(deps: Deps, actor: Actor, id: string): Promise<Readable> {
  const found = await inTransaction(deps.db, (trx) => rows.lockSlide(trx, id));
  if (!found?.pictureId) throw new NotFound();
  await keptPoint(deps.db, actor, found.pointId);
  return pictureAt(deps, found.pointId, found.pictureId);
}

/** For the displays of this point. @throws NotFound for the picture of another */
export async function pictureAt({ db, files }: Pick<Deps, 'db' | 'files'>, pointId: string, fileId: string): Promise<Readable> {
  const file = await rows.pictureFile(db, pointId, fileId);
  if (!file) throw new NotFound();
  return readFile(files, file);
}

/** What the point's displays show today besides calls, in its order. */
export async function slidesToday({ db, clock }: Pick<Deps, 'db' | 'clock'>, pointId: string, zone: string): Promise<ShownSlide[]> {
  const today = await rows.slidesOn(db, pointId, dayOf(clock.now(), zone).toString());
  return today.map(({ id, kind, title, body, alt, pictureId, seconds }) => {
    const picture = pictureId && `/api/device/pictures/${pictureId}`;
    return { id, kind, title, body, alt, picture, seconds };
  });
}

function requireSound({ kind, title, body, shownFrom, shownUntil }: Omit<SlideInput, 'active'>): void {
  if ((kind === 'words') !== (title !== null)) throw new Invalid('slide-words', { fields: ['title'] });
  if (kind === 'today' && body !== null) throw new Invalid('slide-words', { fields: ['body'] });
  if (shownFrom && shownUntil && shownUntil < shownFrom) throw new Invalid('end-before-start', { fields: ['shownUntil'] });
}

async function lockForPicture(trx: Trx, by: By, id: string) {
  const found = await lockKept(trx, by, id);
  if (found.slide.kind !== 'words') throw new Invalid('slide-words', { fields: ['file'] });
  return found;
}

async function lockKept(trx: Trx, by: By, id: string) {
  const slide = await rows.lockSlide(trx, id);
  if (!slide) throw new NotFound();
  const { organisationId } = await keptPoint(trx, by.actor, slide.pointId);
  return { slide, organisationId };
}

/** What the change names: a field left out stays as it was. */
const given = (change: object) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
