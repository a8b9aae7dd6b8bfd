import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { expectedSecret } from '../../../queue/service.ts';
import { type PagesDeps, to } from '../../pages/deps.ts';
import { arriveByPage } from '../../staff/day/service.ts';
import { comeTo, comingNow } from '../arriving.ts';
import { ownJointAccess } from './cookie.ts';
import { readWhole } from './whole.ts';

/** One has come to one's visit, or to a meeting of one's course. What cannot be come to now is told by the page itself. */
export function jointArrivalRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const access = ownJointAccess(deps);
  const comingTo = async (jointId: string) => {
    const { joint, parts } = await readWhole(deps, jointId);
    return comingNow(joint.kind, parts, deps.clock.now());
  };

  route(app, {
    method: 'GET',
    url: '/b/together/arrival',
    summary:
      'On to the queue’s page of the visit, or of the meeting that is on, where one says that one has come, and then sees one’s number',
    access,
    answers: { 303: empty },
    handle: async ({ caller }) => {
      const { joint, parts } = await readWhole(deps, caller.jointId);
      const now = deps.clock.now();
      const expectedId = comingNow(joint.kind, parts, now)[0]?.expectedId ?? comeTo(joint.kind, parts, now);
      return to(expectedId ? `/q/${expectedSecret(deps.keys, expectedId)}` : '/b/together');
    },
  });

  route(app, {
    method: 'POST',
    url: '/b/together/arrival',
    summary: 'Say that one has come where no queue takes arrivals: whoever serves sees that, once for all parts of a visit',
    access,
    form: true,
    body: z.strictObject({}),
    answers: { 303: empty },
    handle: async ({ caller }) => {
      const [first, ...following] = await comingTo(caller.jointId);
      if (!first || first.expectedId) return to('/b/together');
      const ids = following.map(({ id }) => id);
      await arriveByPage(deps, first.id, ids);
      return to('/b/together?done=come');
    },
  });
}
