import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { listNotices } from './listing.ts';
import { NoticeChange, NoticeList, NoticeView } from './schema.ts';
import { markNotice } from './service.ts';
import type { Noticing } from './types.ts';

export type NoticingDeps = StaffAccess & { noticing: Noticing };

export function noticeRoutes(app: FastifyInstance, { noticing, staff }: NoticingDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/notices',
    summary: 'Notices to customers that wait for people: to be printed, collected, or sent another way',
    access: staff,
    query: NoticeView,
    answers: { 200: NoticeList },
    handle: async (call) => listNotices(noticing, byOf(call), call.query.view),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/notices/:id',
    summary: 'A notice has been printed or handed out, or is to be tried again',
    access: staff,
    params: byId,
    body: NoticeChange,
    answers: { 204: empty },
    handle: async (call) => markNotice(noticing, byOf(call), call.params.id, call.body),
  });
}
