import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access } from '../http/access.ts';
import { eventStream } from '../http/answers.ts';
import { route } from '../http/route.ts';
import type { Live } from './live.ts';

export interface LiveRoute<C> {
  url: `/${string}`;
  access: Access<C>;
  live: Live<C>;
  /**
   * The topics this caller really gets of those asked for. Hiding is not its task (each event's audience is checked when it happens);
   * it may add what every caller of the kind follows, and drop what makes no sense.
   */
  topics?(caller: C, asked: readonly string[]): readonly string[] | Promise<readonly string[]>;
}

const MAX_TOPICS = 50;
const Topic = z.string().regex(/^[a-z-]+:[\w-]{1,80}$/);
const Query = z.object({
  topic: z
    .union([Topic.transform((topic) => [topic]), z.array(Topic).max(MAX_TOPICS)])
    .optional()
    .default([]),
});

/** The address a browser's EventSource opens: `/api/live?topic=matter:<id>&topic=unit:<id>`. */
export function liveRoute<C>(app: FastifyInstance, { url, access, live, topics = (_, asked) => asked }: LiveRoute<C>): void {
  route(app, {
    method: 'GET',
    url,
    summary: 'Follow changes as they happen (server-sent events)',
    access,
    query: Query,
    answers: { 200: eventStream },
    handle: async ({ caller, query, request, reply }) => {
      const lastEventId = request.headers['last-event-id'];
      await live.connect({
        reply,
        caller,
        key: access.key?.(caller),
        topics: await topics(caller, [...new Set(query.topic)]),
        lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
      });
      return { status: 200, body: '' };
    },
  });
  app.addHook('preClose', async () => live.stop());
}
