import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Lies } from '../../server/modules/matters/documents/schema.ts';
import type { BulletinView } from '../shared/api/bulletins.ts';
import type { CardView } from '../shared/api/cards.ts';
import type { DataRequestView } from '../shared/api/data-requests.ts';
import type { MatterView } from '../shared/api/matters.ts';
import type { NoticeView } from '../shared/api/notices.ts';
import type { RequestView } from '../shared/api/requests.ts';
import { CollectPlace } from './collect/collect-place.tsx';
import { Desk } from './desk.tsx';
import { DocumentPlace } from './documents/document-place.tsx';
import { DocumentsPlace, documentViews } from './documents/documents-place.tsx';
import { DocumentsWelcome } from './documents/documents-welcome.tsx';
import { cardViews } from './knowledge/card-views.ts';
import { MattersPlace } from './list/matters-place.tsx';
import { MappingPlace } from './mapping/mapping-place.tsx';
import { MappingsPlace } from './mapping/mappings-place.tsx';
import { ShownPlace } from './mapping/shown-place.tsx';
import { MatterPlace } from './matter/matter-place.tsx';
import { NewPlace } from './new/new-place.tsx';
import { NoPage } from './no-page.tsx';
import { NoticesPlace, noticeViews } from './notices/notices-place.tsx';
import { OrdersPlace } from './orders/orders-place.tsx';
import { RequestPlace } from './requests/request-place.tsx';
import { RequestsPlace } from './requests/requests-place.tsx';
import { RequestsWelcome } from './requests/requests-welcome.tsx';
import { RightsPlace, rightsViews } from './rights/rights-place.tsx';
import { Start } from './start.tsx';
import { Welcome } from './welcome.tsx';

const desk = createRootRoute({ component: Desk });
const start = createRoute({ getParentRoute: () => desk, path: '/', component: Start });

const views = ['mine', 'unit', 'waiting'] as const;
const matters = createRoute({
  getParentRoute: () => desk,
  path: '/matters',
  component: MattersPlace,
  validateSearch: (search): { view: MatterView } => ({ view: views.find((view) => view === search.view) ?? 'mine' }),
});
const noMatter = createRoute({ getParentRoute: () => matters, path: '/', component: Welcome });
const newMatter = createRoute({ getParentRoute: () => matters, path: '/new', component: NewPlace });
const matter = createRoute({ getParentRoute: () => matters, path: '/$matterId', component: MatterPlace });

const requestViews = ['mine', 'unit', 'below', 'answered'] as const;
const requests = createRoute({
  getParentRoute: () => desk,
  path: '/requests',
  component: RequestsPlace,
  validateSearch: (search): { view: RequestView } => ({ view: requestViews.find((view) => view === search.view) ?? 'mine' }),
});
const noRequest = createRoute({ getParentRoute: () => requests, path: '/', component: RequestsWelcome });
const request = createRoute({ getParentRoute: () => requests, path: '/$requestId', component: RequestPlace });

const mappings = createRoute({ getParentRoute: () => desk, path: '/mappings', component: MappingsPlace });
const orders = createRoute({ getParentRoute: () => desk, path: '/orders', component: OrdersPlace });
const mapping = createRoute({ getParentRoute: () => desk, path: '/mappings/$mappingId', component: MappingPlace });
const shown = createRoute({ getParentRoute: () => desk, path: '/shown/$mappingId', component: ShownPlace });

const collect = createRoute({ getParentRoute: () => desk, path: '/collect', component: CollectPlace });

const notices = createRoute({
  getParentRoute: () => desk,
  path: '/notices',
  component: NoticesPlace,
  validateSearch: (search): { view: NoticeView } => ({ view: noticeViews.find((view) => view === search.view) ?? 'paper' }),
});

const rights = createRoute({
  getParentRoute: () => desk,
  path: '/data-requests',
  component: RightsPlace,
  validateSearch: (search): { view: DataRequestView } => ({ view: rightsViews.find((view) => view === search.view) ?? 'open' }),
});

const documents = createRoute({
  getParentRoute: () => desk,
  path: '/documents',
  component: DocumentsPlace,
  validateSearch: (search): { view: Lies } => ({ view: documentViews.find((view) => view === search.view) ?? 'here' }),
});
const noDocument = createRoute({ getParentRoute: () => documents, path: '/', component: DocumentsWelcome });
const documentRoute = createRoute({ getParentRoute: () => documents, path: '/$documentId', component: DocumentPlace });

const KnowledgePlace = lazyRouteComponent(() => import('./knowledge/knowledge-place.tsx'), 'KnowledgePlace');
const knowledge = createRoute({ getParentRoute: () => desk, path: '/knowledge', component: KnowledgePlace });
const CardsPlace = lazyRouteComponent(() => import('./knowledge/cards-place.tsx'), 'CardsPlace');
const cards = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/cards',
  component: CardsPlace,
  validateSearch: (search): { view: CardView } => ({ view: cardViews.find((view) => view === search.view) ?? 'all' }),
});
const BulletinsPlace = lazyRouteComponent(() => import('./bulletins/bulletins-place.tsx'), 'BulletinsPlace');
const bulletinViews = ['news', 'coming', 'past'] as const;
const bulletins = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/bulletins',
  component: BulletinsPlace,
  validateSearch: (search): { view: BulletinView } => ({ view: bulletinViews.find((view) => view === search.view) ?? 'news' }),
});
const CardPlace = lazyRouteComponent(() => import('./knowledge/editor/card-place.tsx'), 'CardPlace');
const card = createRoute({ getParentRoute: () => desk, path: '/knowledge/cards/$cardId', component: CardPlace });

const AdminPlace = lazyRouteComponent(() => import('./admin/admin-place.tsx'), 'AdminPlace');
const admin = createRoute({ getParentRoute: () => desk, path: '/admin', component: AdminPlace });
const adminSection = createRoute({ getParentRoute: () => admin, path: '/$section' });
const adminItem = createRoute({ getParentRoute: () => adminSection, path: '/$itemId' });

export const router = createRouter({
  basepath: '/desk',
  routeTree: desk.addChildren([
    start,
    collect,
    matters.addChildren([noMatter, newMatter, matter]),
    requests.addChildren([noRequest, request]),
    mappings,
    orders,
    notices,
    rights,
    mapping,
    shown,
    documents.addChildren([noDocument, documentRoute]),
    knowledge,
    bulletins,
    cards,
    card,
    admin.addChildren([adminSection.addChildren([adminItem])]),
  ]),
  defaultNotFoundComponent: NoPage,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
