import type { FastifyInstance } from 'fastify';
import type { Live } from '../../platform/live/live.ts';
import { liveRoute } from '../../platform/live/route.ts';
import { callTopic } from './board/live.ts';
import { visitTopic } from './board/telling.ts';
import { deviceAccess } from './devices/access.ts';
import type { Device } from './devices/types.ts';
import { type Visitor, visitorAccess } from './following/access.ts';
import type { Floor } from './types.ts';

/** Who listens without being staff: what they hear is theirs by the route, whatever they ask for. */
export type Onlooker = Device | Visitor;

/** The streams of displays, kiosks and phones. */
export function queueStreams<C>(
  app: FastifyInstance,
  deps: Pick<Floor, 'db' | 'clock'> & { publicUrl: string; live: Live<C | Onlooker> },
): void {
  const live = deps.live as Live<Onlooker>;
  liveRoute<Device>(app, {
    url: '/api/device/live',
    access: deviceAccess(deps),
    live: live as Live<Device>,
    topics: ({ pointId }) => [callTopic(pointId)],
  });
  liveRoute<Visitor>(app, {
    url: '/q/live',
    access: visitorAccess(deps),
    live: live as Live<Visitor>,
    // The place tells of the visitor's own call too: a thousand phones need not hear of everybody else's.
    topics: ({ visitId }) => [visitTopic(visitId)],
  });
}
