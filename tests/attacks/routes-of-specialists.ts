import { about, type Line, none } from './route-line.ts';
import { aProfile } from './specialists.ts';
import type { World } from './world.ts';

const readByAll = 'Whom one may ask is read by all staff.';
const ofSpecialist = ({ specialist }: World) => ({ id: specialist });
/** Specialists: who is one and how they are asked. */
export const specialistLines: Record<string, Line> = {
  'GET /api/knowledge/specialists': none(),
  'GET /api/knowledge/specialist-candidates': none(),
  'GET /api/knowledge/specialists/:id': { ...about(ofSpecialist), open: readByAll },
  'PUT /api/knowledge/specialists/:id': about(ofSpecialist, ({ town }) => aProfile(town, 1)),
  'DELETE /api/knowledge/specialists/:id': about(ofSpecialist),
  'GET /api/knowledge/cards/:id/specialists': { ...about(({ card }) => ({ id: card })), open: readByAll },
  'GET /api/knowledge/own-presence': none(),
  'PUT /api/knowledge/own-presence': { rightful: 'aino', body: () => ({ state: 'busy' }) },
};
