import { aTestCode } from '../../server/testing/customers.ts';
import { about, keyed, type Line, none, ofMatter } from './route-line.ts';
import { aMail, anOrder, type World } from './world.ts';

const ofMapping = (world: World) => ({ id: world.mapping });
const ofReadyMapping = (world: World) => ({ id: world.readyMapping });
const ofDecidedMapping = (world: World) => ({ id: world.decidedMapping });

const ofCollecting = ({ collecting }: World) => ({ id: collecting });
const ofWaiting = ({ collecting, waiting }: World) => ({ id: collecting, messageId: waiting });

export const matterLines: Record<string, Line> = {
  'GET /api/orders': none(),
  'GET /api/matters/:id/orders': about(ofMatter),
  'POST /api/matters/:id/orders': keyed(about(ofMatter, () => anOrder)),
  'PATCH /api/orders/:id': about(
    (world) => ({ id: world.order }),
    () => ({ state: 'ordered', version: 1 }),
  ),
  'GET /api/matters/:id': about(ofMatter),
  'GET /api/matters/:id/identity': about(ofMatter),
  'PUT /api/matters/:id/identity': about(ofMatter, () => ({ identityCode: aTestCode() })),
  'PATCH /api/matters/:id/claims/:claimId': about(
    (world) => ({ id: world.matter, claimId: world.claim }),
    () => ({ decision: 'refused' }),
  ),
  'PATCH /api/matters/:id': about(ofMatter, (world) => ({ title: 'New title', version: world.version })),
  'POST /api/matters/:id/needs': about(ofMatter, () => ({ ownWords: 'One more' })),
  'PATCH /api/matters/:id/needs/:needId': about(
    (world) => ({ id: world.matter, needId: world.needs.unshared }),
    () => ({ ownWords: 'Sharper' }),
  ),
  'PUT /api/matters/:id/needs/:needId/outcome': about(
    (world) => ({ id: world.matter, needId: world.needs.unshared }),
    () => ({ outcome: 'handled' }),
  ),
  'POST /api/matters/:id/steps': about(ofMatter, () => ({ title: 'A step' })),
  'PATCH /api/matters/:id/steps/:stepId': about(
    (world) => ({ id: world.matter, stepId: world.step }),
    () => ({ state: 'done' }),
  ),
  'POST /api/matters/:id/hand-overs': about(ofMatter, (world) => ({ unitId: world.town.units.front })),
  'PUT /api/matters/:id/keeper': about(ofMatter, (world) => ({ insteadOf: world.town.aino.actor.personId }), 'tiina'),
  'POST /api/matters/:id/closing': about((world) => ({ id: world.other })),
  'DELETE /api/matters/:id/closing': about((world) => ({ id: world.closed })),
  'POST /api/matters/:id/contacts': about(ofMatter, () => ({ channel: 'phone' })),
  'PATCH /api/contacts/:id': about(
    (world) => ({ id: world.contact }),
    () => ({ summary: 'More', version: 1 }),
  ),
  'GET /api/contacts/:id/wrap-up': about((world) => ({ id: world.contact })),
  'PUT /api/contacts/:id/wrap-up': about(
    (world) => ({ id: world.contact }),
    () => ({ couldSelfServe: true }),
  ),
  'DELETE /api/contacts/:id/wrap-up': about((world) => ({ id: world.wrapped })),
  'POST /api/matters/:id/messages': keyed(about(ofMatter, () => aMail())),
  'POST /api/matters/:id/outgoing-preview': about(ofMatter, () => aMail()),
  'PATCH /api/messages/:id': about(
    (world) => ({ id: world.message }),
    () => ({ state: 'undone' }),
  ),
  'GET /api/messages/:id/files/:fileId': about((world) => ({ id: world.message, fileId: world.file })),
  'GET /api/messages/:id/html': about((world) => ({ id: world.message })),
  'POST /api/matters/:id/requests': keyed(
    about(ofMatter, (world) => ({
      needId: world.needs.unshared,
      toUnitId: world.town.units.kelaTier2,
      title: 'Daycare',
      question: 'Who?',
      basis: 'consent',
      givenHow: 'voice',
      ground: 'Agreed',
    })),
  ),
  'GET /api/requests/:id': about((world) => ({ id: world.request }), undefined, 'mika'),
  'GET /api/requests/:id/files/:fileId': about((world) => ({ id: world.answered, fileId: world.answerFile }), undefined, 'mika'),
  'POST /api/requests/:id/entries': about(
    (world) => ({ id: world.request }),
    () => ({ kind: 'answered', text: 'The lease' }),
    'mika',
  ),
  'GET /api/matters/:id/needs/:needId/consent-wording/:organisationId': about((world) => ({
    id: world.matter,
    needId: world.needs.unshared,
    organisationId: world.town.organisations.dvv,
  })),
  'POST /api/matters/:id/shares': about(ofMatter, (world) => ({
    needId: world.needs.unshared,
    organisationId: world.town.organisations.dvv,
    basis: 'law',
    ground: 'Act 1 §',
  })),
  'DELETE /api/matters/:id/shares/:shareId': about((world) => ({ id: world.matter, shareId: world.share })),
  'POST /api/matters/:id/merges': about(ofMatter, (world) => ({ otherId: world.other })),
  'POST /api/matters/:id/splits': about(ofMatter, (world) => ({ needIds: [world.needs.unshared], title: 'Apart' })),
  'POST /api/matters/:id/links': about(ofMatter, (world) => ({ otherId: world.other })),
  'DELETE /api/matters/:id/links/:otherId': about((world) => ({ id: world.matter, otherId: world.linked })),
  'PUT /api/matters/:id/presence': about(ofMatter),
  'DELETE /api/matters/:id/presence': about(ofMatter),
  'POST /api/matters/:id/follow-links': about(ofMatter),
  'DELETE /api/matters/:id/follow-links': about(ofMatter),
  'GET /api/matters/:id/slip': about(ofMatter),
  'POST /api/matters/:id/slip': about(ofMatter, () => ({ namesAgreed: false })),
  'DELETE /api/matters/:id/slip': about(ofMatter),
  'POST /api/collectings': { rightful: 'aino', body: ({ slip: { number, pin } }) => ({ number, pin }) },
  'GET /api/collectings/:id': about(ofCollecting),
  'PUT /api/collectings/:id/identification': about(ofCollecting, () => ({ level: 'document-seen', name: 'same' })),
  'PUT /api/collectings/:id/messages/:messageId/told': about(ofWaiting),
  'GET /api/collectings/:id/messages/:messageId/files/:fileId': about((world) => ({ ...ofWaiting(world), fileId: world.left })),
  'PUT /api/collectings/:id/news/told': about(ofCollecting),
  'DELETE /api/collectings/:id': about(ofCollecting),
  'GET /print/collectings/:id': about(ofCollecting),
  'GET /print/collectings/:id/messages/:messageId': about(ofWaiting),
  'PUT /api/matters/:id/naming': about(ofMatter, () => ({ agreed: true })),
  'GET /api/customers/:id': about((world) => ({ id: world.customer })),
  'GET /api/customers/:id/consent-to-change': about((world) => ({ id: world.customer })),
  'PATCH /api/customers/:id': about(
    (world) => ({ id: world.customer }),
    () => ({ city: 'Toinen', version: 1 }),
  ),
  'POST /api/customers/:id/arrangements': about(
    (world) => ({ id: world.customer }),
    () => ({ kind: 'more-time' }),
  ),
  'DELETE /api/customers/:id/arrangements/:arrangementId': about((world) => ({ id: world.customer, arrangementId: world.arrangement })),

  'GET /print/matters/:id': about(ofMatter),
  'GET /print/mappings/:id': about(ofMapping),
  'POST /api/matters/:id/mappings': about(ofMatter),
  'GET /api/matters/:id/mappings': about(ofMatter),
  'GET /api/mappings': none(),
  'GET /api/mappings/:id': about(ofMapping),
  'GET /api/mappings/:id/shown': about(ofMapping),
  'PATCH /api/mappings/:id': about(ofMapping, () => ({ version: 1, answers: { situation: 'Alone' } })),
  'POST /api/mappings/:id/arrangements': about(ofMapping, () => ({ kind: 'longer-time' })),
  'POST /api/mappings/:id/interruptions': about(ofMapping),
  'GET /api/mappings/:id/colleagues': about(ofMapping),
  'POST /api/mappings/:id/hand-overs': about(ofMapping, (world) => ({ unitId: world.town.units.front })),
  'PUT /api/mappings/:id/keeper': about(ofMapping, (world) => ({ insteadOf: world.town.aino.actor.personId }), 'tiina'),
  'DELETE /api/mappings/:id': about(ofMapping),
  'PUT /api/mappings/:id/pictures/:variant': about(
    (world) => ({ id: world.mapping, variant: 'fi' }),
    () => ({ text: null }),
  ),
  'PUT /api/mappings/:id/decision': about(ofReadyMapping),
  'DELETE /api/mappings/:id/decision': about(ofDecidedMapping),
  'PUT /api/mappings/:id/confirmation': about(ofDecidedMapping, () => ({ how: 'voice' })),
  'GET /print/messages/:id': about((world) => ({ id: world.message })),
};
