import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { empty, raw } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { deviceAccess } from '../devices/access.ts';
import type { Floor } from '../types.ts';
import { PICTURE_BYTES, PICTURE_TYPE } from './picture.ts';
import { SlideChange, SlideInput, SlideList } from './schema.ts';
import { addSlide, changeSlide, pictureAt, pictureFor, putPicture, removePicture, removeSlide, slidesFor } from './service.ts';

/** Shown in our own pages only, never run; its address is new whenever the picture is. */
const PICTURE = {
  'content-type': PICTURE_TYPE,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};
const words = z.string().trim().max(160).default('');
/** What the picture shows. */
const PictureFields = z
  .strictObject({ fi: words, sv: words, en: words })
  .default({ fi: '', sv: '', en: '' })
  .meta({ id: 'PictureInWords' });

/** Slides beside the calls, written at set-up. */
export function slideRoutes(app: FastifyInstance, deps: Floor & StaffAccess & { publicUrl: string; files: FileDriver }): void {
  const { staff, db } = deps;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/slides',
    summary: 'The slides of a point’s displays, those out of use too',
    access: staff,
    params: byId,
    answers: { 200: SlideList },
    handle: async ({ caller, params }) => ({ status: 200, body: { slides: await slidesFor(deps, caller, params.id) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/slides',
    summary: 'Add a slide to a point’s displays',
    access: staff,
    params: byId,
    body: SlideInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addSlide(deps, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/queue/slides/:id',
    summary: 'Change a slide, or take it out of use',
    access: staff,
    params: byId,
    body: SlideChange,
    answers: { 204: empty },
    handle: async (call) => changeSlide(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/queue/slides/:id',
    summary: 'Remove a slide',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removeSlide(deps, byOf(call), call.params.id),
  });
  pictureRoutes(app, deps);
}

function pictureRoutes(app: FastifyInstance, deps: Floor & StaffAccess & { publicUrl: string; files: FileDriver }): void {
  const { staff } = deps;

  route(app, {
    method: 'PUT',
    url: '/api/queue/slides/:id/picture',
    summary: 'Give a slide a picture, and say what it shows; what the file tells besides the picture is taken off',
    access: staff,
    params: byId,
    body: PictureFields,
    uploads: { maxFiles: 1, maxBytes: PICTURE_BYTES },
    answers: { 204: empty },
    handle: async (call) => {
      const [upload] = call.uploads;
      if (!upload) throw new Invalid('file-missing', { fields: ['file'] });
      return putPicture(deps, byOf(call), call.params.id, call.body, upload);
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/queue/slides/:id/picture',
    summary: 'Take the picture off a slide',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removePicture(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/slides/:id/picture',
    summary: 'The picture of a slide, for its preview',
    access: staff,
    params: byId,
    answers: { 200: raw(PICTURE_TYPE) },
    handle: async ({ caller, params }) => {
      const body = await pictureFor(deps, caller, params.id);
      return { status: 200, body, headers: { ...PICTURE, 'cache-control': 'private, no-cache' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/device/pictures/:id',
    summary: 'The picture of a slide of the display’s own point',
    access: deviceAccess(deps, 'display'),
    params: byId,
    answers: { 200: raw(PICTURE_TYPE) },
    handle: async ({ caller, params }) => {
      const body = await pictureAt(deps, caller.pointId, params.id);
      return { status: 200, body, headers: { ...PICTURE, 'cache-control': 'private, max-age=31536000, immutable' } };
    },
  });
}
