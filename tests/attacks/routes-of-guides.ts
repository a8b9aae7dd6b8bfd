import { type Role, roles } from '../../server/modules/identity/types.ts';
import { guideContent } from './guides.ts';
import { about, keyed, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const ofGuide = ({ guide }: World) => ({ id: guide });
const ofDrafted = ({ draftedGuide }: World) => ({ id: draftedGuide });
const ofOffered = ({ offeredGuide }: World) => ({ id: offeredGuide });

/** The owning organisation's own: those who meet its customers or know its services. */
const kept = (line: Line): Line => ({ ...line, also: ['authority-specialist'] });
/** Written for the whole of city A and for nobody else. */
const read = (line: Line): Line => ({ ...line, also: [...roles] as Role[] });

/** Guides. */
export const guideLines: Record<string, Line> = {
  'GET /api/knowledge/guides': none(),
  'POST /api/knowledge/guides': keyed({
    rightful: 'aino',
    body: ({ town }) => ({ ownerOrganisationId: town.organisations.city, content: guideContent(town) }),
  }),
  'GET /api/knowledge/guides/:id': read(about(ofGuide)),
  'PATCH /api/knowledge/guides/:id': kept(about(ofGuide, () => ({ version: 2, reviewOn: '2098-01-01' }))),
  'GET /api/knowledge/guides/:id/draft': kept(about(ofDrafted)),
  'PUT /api/knowledge/guides/:id/draft': kept(about(ofGuide, ({ town }) => ({ revision: 0, content: guideContent(town) }))),
  'POST /api/knowledge/guides/:id/draft/discards': kept(about(ofDrafted, () => ({ revision: 1 }))),
  'PUT /api/knowledge/guides/:id/draft/offer': kept(about(ofDrafted, () => ({ revision: 1 }))),
  'PUT /api/knowledge/guides/:id/draft/approval': kept(about(ofOffered, () => ({ revision: 2 }), 'admin')),
  'PUT /api/knowledge/guides/:id/draft/return': kept(about(ofOffered, () => ({ revision: 2, note: 'Ovi puuttuu' }), 'admin')),
  'GET /api/knowledge/guides/:id/versions': read(about(ofGuide)),
  'GET /api/knowledge/guides/:id/versions/:number': read(about(({ guide }) => ({ id: guide, number: '1' }))),
};
