import type { Caller } from '../../server/testing/app.ts';
import { about, type Ids, keyed, type Line, none } from './route-line.ts';
import { administrationLines } from './routes-of-administration.ts';
import { bookingLines } from './routes-of-booking.ts';
import { bulletinLines } from './routes-of-bulletins.ts';
import { busLines } from './routes-of-bus.ts';
import { cardLines } from './routes-of-cards.ts';
import { directoryImportLines } from './routes-of-directory-import.ts';
import { disturbanceLines } from './routes-of-disturbances.ts';
import { documentLines } from './routes-of-documents.ts';
import { guideLines } from './routes-of-guides.ts';
import { knowledgeSearchLines } from './routes-of-knowledge-search.ts';
import { matterLines } from './routes-of-matters.ts';
import { noticeLines } from './routes-of-notices.ts';
import { packageLines } from './routes-of-packages.ts';
import { queueLines } from './routes-of-queue.ts';
import { specialistLines } from './routes-of-specialists.ts';
import { supportLines } from './routes-of-support.ts';
import type { World } from './world.ts';

const own = 'The place is one of the caller’s own: nobody else’s draft can be named.';

/** One line for each staff route; a route without a line fails the test. */
export const lines: Record<string, Line> = {
  'GET /api/me': none(),
  'PATCH /api/me': { rightful: 'aino', body: () => ({ language: 'fi' }) },
  'GET /api/directory': none(),
  'GET /api/lists': none(),
  'GET /api/templates': none(),
  'GET /api/live': none(),
  'GET /api/matters': none(),
  'POST /api/matters': keyed({ rightful: 'aino', body: () => ({ contact: { channel: 'phone' } }) }),
  'POST /api/search': { rightful: 'aino', body: () => ({ words: 'Housing' }) },
  'POST /api/files': { rightful: 'aino', file: true },
  'GET /api/requests': none(),
  'POST /api/tallies': { rightful: 'aino', body: () => ({ kind: 'where-is' }) },
  'DELETE /api/tallies/:id': about((world) => ({ id: world.tally })),

  'GET /api/drafts/:place': { ...about((world) => ({ place: `matter.${world.matter}` })), open: own },
  'PUT /api/drafts/:place': {
    ...about(
      (world) => ({ place: `matter.${world.matter}` }),
      () => ({ body: { text: 'x' } }),
    ),
    open: own,
  },
  'DELETE /api/drafts/:place': { ...about((world) => ({ place: `matter.${world.matter}` })), open: own },
  ...matterLines,
  ...documentLines,
  ...bulletinLines,
  ...cardLines,
  ...guideLines,
  ...noticeLines,
  ...packageLines,
  ...queueLines,
  ...bookingLines,
  ...busLines,
  ...disturbanceLines,
  ...supportLines,
  ...specialistLines,
  ...directoryImportLines,
  ...administrationLines,
  ...knowledgeSearchLines,
};

export function addressOf(route: string, ids: Ids = {}): { method: string; url: string } {
  const [method = '', pattern = ''] = route.split(' ');
  return { method, url: pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? `no ${name} in the table`)) };
}

export async function call(caller: Caller, route: string, world: World, ids: Ids | undefined) {
  const line = lines[route] as Line;
  const { method, url } = addressOf(route, ids);
  return caller.call(method, url, line.body?.(world), line.headers?.());
}
