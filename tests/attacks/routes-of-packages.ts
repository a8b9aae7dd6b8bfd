import { moving } from '../../server/testing/packages.ts';
import { about, keyed, type Line, none, ofMatter } from './route-line.ts';
import type { World } from './world.ts';

const readByAll = 'A package is what residents read too.';
const ofPackage = ({ lifePackage }: World) => ({ id: lifePackage });

/** Life-event packages. */
export const packageLines: Record<string, Line> = {
  'GET /api/knowledge/packages': none(),
  'POST /api/knowledge/packages': keyed({
    rightful: 'admin',
    body: ({ town: { organisations } }) => ({ ownerOrganisationId: organisations.city, content: moving(organisations.kela) }),
  }),
  'GET /api/knowledge/packages/:id': { ...about(ofPackage), open: readByAll },
  'GET /api/knowledge/packages/:id/versions': { ...about(ofPackage), open: readByAll },
  'PATCH /api/knowledge/packages/:id': about(ofPackage, () => ({ version: 1, active: true }), 'admin'),
  'POST /api/matters/:id/packages': about(ofMatter, ({ lifePackage }) => ({ packageId: lifePackage })),
};
