import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../../platform/http/access.ts';
import { empty, raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { visitorAccess } from '../access.ts';
import { PushInput, type Pushing, subscribe, unsubscribe } from './service.ts';

/** Per number: a person changes their mind a few times. */
const CHANGES = { max: 20, windowMs: 60_000 };

const worker = readFileSync(new URL('../../../../../web/citizen/number-worker.js', import.meta.url));

/** "Tell this phone": what the page's own script asks. */
export function pushRoutes(app: FastifyInstance, pushing: Pushing): void {
  const access = visitorAccess(pushing);

  route(app, {
    method: 'PUT',
    url: '/q/push',
    summary: 'Tell this phone when it is soon one’s turn and when it is',
    access,
    body: PushInput,
    limit: CHANGES,
    answers: { 204: empty },
    handle: async ({ caller, body }) => subscribe(pushing, caller, body),
  });

  route(app, {
    method: 'DELETE',
    url: '/q/push',
    summary: 'Tell this phone no more',
    access,
    limit: CHANGES,
    answers: { 204: empty },
    handle: async ({ caller }) => unsubscribe(pushing, caller),
  });

  route(app, {
    method: 'GET',
    url: '/q/worker.js',
    summary: 'The script that shows a notification while the page is closed',
    access: anyone,
    answers: { 200: raw('text/javascript') },
    handle: async () => ({
      status: 200,
      body: worker,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'service-worker-allowed': '/q' },
    }),
  });
}
