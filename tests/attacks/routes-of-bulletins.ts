import { aBulletin } from './bulletins.ts';
import { about, keyed, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const readByAll = 'A bulletin that is out is read by all staff.';
const ofBulletin = ({ bulletin }: World) => ({ id: bulletin });
/** Change notices. */
export const bulletinLines: Record<string, Line> = {
  'GET /api/knowledge/bulletins': none(),
  'POST /api/knowledge/bulletins': keyed({ rightful: 'admin', body: ({ town }) => aBulletin(town.organisations.city) }),
  'GET /api/knowledge/bulletins/:id': { ...about(ofBulletin), open: readByAll },
  'GET /api/knowledge/services/:id/bulletins': { ...about(({ directoryService }) => ({ id: directoryService })), open: readByAll },
  'PUT /api/knowledge/bulletins/:id/reading': { ...about(ofBulletin), open: readByAll },
  'PATCH /api/knowledge/bulletins/:id': about(ofBulletin, () => ({ version: 1 }), 'admin'),
  'GET /api/knowledge/bulletins/:id/readers': about(ofBulletin, undefined, 'admin'),
};
