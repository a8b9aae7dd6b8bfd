import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { id } from '../../../platform/http/shapes.ts';
import { deviceAccess } from '../devices/access.ts';
import { soundHeaders } from '../recordings/routes.ts';
import { Language } from '../recordings/schema.ts';
import { openSound, type Speaking } from '../recordings/speech.ts';
import type { Floor } from '../types.ts';
import { DisplayView, SpokenCall } from './schema.ts';
import { callAloud, displayView } from './service.ts';

export function displayRoutes(app: FastifyInstance, floor: Floor & Speaking & { publicUrl: string }): void {
  const access = deviceAccess(floor, 'display');

  route(app, {
    method: 'GET',
    url: '/api/device/display',
    summary: 'The calls of the point, its slides, and who is here today',
    access,
    answers: { 200: DisplayView },
    handle: async ({ caller }) => ({ status: 200, body: await displayView(floor, caller) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/device/speech/:language/:code/:counterId',
    summary: 'A call as it is said aloud: sounds to be played one after another',
    access,
    params: z.object({ language: Language, code: z.string().regex(/^[A-Z]\d{1,5}$/), counterId: id }),
    answers: { 200: SpokenCall },
    handle: async ({ caller, params: { language, code, counterId } }) => {
      const body = await callAloud(floor, caller, language, code, counterId);
      return { status: 200, body, headers: { 'cache-control': 'no-store' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/device/sounds/:sum',
    summary: 'A sound of the display’s own point, by its sum: it is the same for good',
    access,
    params: z.object({ sum: z.string().regex(/^[0-9a-f]{64}$/) }),
    answers: { 200: raw('audio/wav') },
    handle: async ({ caller, params }) => {
      const { type, body } = await openSound(floor, caller.pointId, params.sum);
      return { status: 200, body, headers: { ...soundHeaders(type), 'cache-control': 'private, max-age=31536000, immutable' } };
    },
  });
}
