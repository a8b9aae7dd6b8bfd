import { aContent } from './cards.ts';
import { about, keyed, type Line, none } from './route-line.ts';
import type { World } from './world.ts';

const directory = 'What the directory says is read by all staff; residents read it too.';
const readByAll = 'A published card is read by all staff, and any of them may say whether it helped.';
const ofCard = ({ card }: World) => ({ id: card });
const ofDrafted = ({ draftedCard }: World) => ({ id: draftedCard });
const ofOffered = ({ offeredCard }: World) => ({ id: offeredCard });

/** The owning organisation's own: those who meet its customers or know its services. */
const kept = (line: Line): Line => ({ ...line, also: ['authority-specialist'] });

/** Service cards. */
export const cardLines: Record<string, Line> = {
  'GET /api/knowledge/cards': none(),
  'GET /api/knowledge/card-keepers/:id': kept(about(({ town }) => ({ id: town.organisations.city }))),
  'POST /api/knowledge/cards': keyed({
    rightful: 'aino',
    body: ({ town }) => ({ ownerOrganisationId: town.organisations.city, content: aContent }),
  }),
  'GET /api/knowledge/cards/:id': { ...about(ofCard), open: readByAll },
  'PATCH /api/knowledge/cards/:id': kept(about(ofCard, () => ({ version: 2, reviewOn: '2098-01-01' }))),
  'GET /api/knowledge/cards/:id/draft': kept(about(ofDrafted)),
  'PUT /api/knowledge/cards/:id/draft': kept(about(ofCard, () => ({ revision: 0, content: aContent }))),
  'POST /api/knowledge/cards/:id/draft/discards': kept(about(ofDrafted, () => ({ revision: 1 }))),
  'PUT /api/knowledge/cards/:id/draft/offer': kept(about(ofDrafted, () => ({ revision: 1 }))),
  'PUT /api/knowledge/cards/:id/draft/approval': kept(about(ofOffered, () => ({ revision: 2 }), 'admin')),
  'PUT /api/knowledge/cards/:id/draft/return': kept(about(ofOffered, () => ({ revision: 2, note: 'Hinta puuttuu' }), 'admin')),
  'GET /api/knowledge/cards/:id/versions': kept(about(ofCard)),
  'GET /api/knowledge/cards/:id/versions/:number': kept(about(({ card }) => ({ id: card, number: '1' }))),
  'PUT /api/knowledge/cards/:id/verdict': { ...about(ofCard, () => ({ helped: true })), open: readByAll },
  'PATCH /api/knowledge/verdicts/:id': about(
    ({ verdict }) => ({ id: verdict }),
    () => ({ why: 'Vanha hinta' }),
  ),
  'GET /api/knowledge/cards/:id/tasks': kept(about(ofCard)),
  'PUT /api/knowledge/tasks/:id/handling': kept(
    about(
      ({ cardTask }) => ({ id: cardTask }),
      () => ({ note: 'Korjattu' }),
    ),
  ),
  'GET /api/knowledge/services/:id': { ...about(({ directoryService }) => ({ id: directoryService })), open: directory },
  'GET /api/knowledge/channels/:id': { ...about(({ directoryChannel }) => ({ id: directoryChannel })), open: directory },
  'PUT /api/contacts/:id/cards/:cardId': about(({ contact, card }) => ({ id: contact, cardId: card })),
};
