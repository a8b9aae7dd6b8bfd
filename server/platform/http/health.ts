import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { anyone } from './access.ts';
import { route } from './route.ts';

export interface HealthChecks {
  database(): Promise<boolean>;
  /** Whether this node takes jobs. */
  jobs(): boolean | Promise<boolean>;
}

const Health = z.object({ ready: z.boolean(), database: z.boolean(), jobs: z.boolean() }).meta({ id: 'Health' });

/** For load balancers and start scripts: 200 when the service can work, else 503 with what is missing. */
export function healthRoute(app: FastifyInstance, checks: HealthChecks): void {
  route(app, {
    method: 'GET',
    url: '/api/health',
    summary: 'Whether the service is ready',
    access: anyone,
    answers: { 200: Health, 503: Health },
    handle: async () => {
      const [database, jobs] = await Promise.all([checks.database(), checks.jobs()]);
      const ready = database && jobs;
      if (ready) return { status: 200, body: { ready, database, jobs } };
      return { status: 503, body: { ready, database, jobs }, headers: { 'retry-after': '2' } };
    },
  });
}
