import { anActorInput } from '../../server/testing/support.ts';
import { about, keyed, type Line, none, ofMatter } from './route-line.ts';
import type { World } from './world.ts';

const readByAll = 'Who gives digital support is what residents read too.';
const ofActor = ({ supportActor }: World) => ({ id: supportActor });
const ofReferral = ({ matter, referral }: World) => ({ id: matter, referralId: referral });

/** Who gives digital support, and referrals to them. */
export const supportLines: Record<string, Line> = {
  'GET /api/knowledge/support-actors': none(),
  'GET /api/knowledge/support-actors/suggestions': none(),
  'POST /api/knowledge/support-actors': keyed({ rightful: 'admin', body: ({ town }) => anActorInput(town.organisations.city) }),
  'GET /api/knowledge/support-actors/:id': { ...about(ofActor), open: readByAll },
  'PATCH /api/knowledge/support-actors/:id': about(ofActor, () => ({ version: 1, phone: '019 000 1162' }), 'admin'),
  'PUT /api/knowledge/support-actors/:id/confirmation': { ...about(ofActor, () => ({ version: 9 }), 'admin'), allowed: 409 },
  'GET /api/matters/:id/referrals': about(ofMatter),
  'POST /api/matters/:id/referrals': keyed(about(ofMatter, ({ supportActor }) => ({ actorId: supportActor, criteria: ['takes-long'] }))),
  'PUT /api/matters/:id/digital-skill': about(ofMatter, () => ({ answers: { wants: 'no' } })),
  'PUT /api/matters/:id/referrals/:referralId/outcome': about(ofReferral, () => ({ outcome: 'helped' })),
  'POST /api/matters/:id/referrals/:referralId/emails': keyed(about(ofReferral)),
  'POST /api/matters/:id/referrals/:referralId/links': about(ofReferral),
  'GET /print/referrals/:id': about(({ referral }) => ({ id: referral })),
};
