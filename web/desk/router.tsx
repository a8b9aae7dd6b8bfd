import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Lies } from '../../server/modules/matters/documents/schema.ts';
import type { BulletinView } from '../shared/api/bulletins.ts';
import type { CardView } from '../shared/api/cards.ts';
import type { DataRequestView } from '../shared/api/data-requests.ts';
import type { FigureTarget } from '../shared/api/figures.ts';
import type { GuideView } from '../shared/api/guides.ts';
import type { MatterView } from '../shared/api/matters.ts';
import type { NoticeView } from '../shared/api/notices.ts';
import type { RequestView } from '../shared/api/requests.ts';
import type { ActorView } from '../shared/api/support.ts';
import { setUpViewOf } from './admin/queues/views.ts';
import { calendarSearch } from './appointments/calendar/days.ts';
import { CollectPlace } from './collect/collect-place.tsx';
import { Desk } from './desk.tsx';
import { DocumentPlace } from './documents/document-place.tsx';
import { DocumentsPlace, documentViews } from './documents/documents-place.tsx';
import { DocumentsWelcome } from './documents/documents-welcome.tsx';
import { type PeriodId, periods, targets } from './figures/periods.ts';
import { cardViews } from './knowledge/card-views.ts';
import { guideViews } from './knowledge/guides/guide-views.ts';
import type { SpecialistFilters } from './knowledge/specialists/specialists-place.tsx';
import { actorViews } from './knowledge/support/views.ts';
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
const newMatter = createRoute({
  getParentRoute: () => matters,
  path: '/new',
  component: NewPlace,
  // For a visitor at one's counter: the matter is joined with the visit.
  validateSearch: ({ visit }): { visit?: string } => (typeof visit === 'string' ? { visit } : {}),
});
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
const ServicePlace = lazyRouteComponent(() => import('./knowledge/service/service-place.tsx'), 'ServicePlace');
const service = createRoute({ getParentRoute: () => desk, path: '/knowledge/services/$serviceId', component: ServicePlace });
const BulletinsPlace = lazyRouteComponent(() => import('./bulletins/bulletins-place.tsx'), 'BulletinsPlace');
const bulletinViews = ['news', 'coming', 'past'] as const;
const bulletins = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/bulletins',
  component: BulletinsPlace,
  validateSearch: (search): { view: BulletinView } => ({ view: bulletinViews.find((view) => view === search.view) ?? 'news' }),
});
const SpecialistsPlace = lazyRouteComponent(() => import('./knowledge/specialists/specialists-place.tsx'), 'SpecialistsPlace');
const specialists = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/specialists',
  component: SpecialistsPlace,
  validateSearch: ({ language, organisation, duty }): SpecialistFilters => ({
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof organisation === 'string' ? { organisation } : {}),
    ...(duty === true ? { duty } : {}),
  }),
});
const SpecialistPlace = lazyRouteComponent(() => import('./knowledge/specialists/specialist-place.tsx'), 'SpecialistPlace');
const specialist = createRoute({ getParentRoute: () => desk, path: '/knowledge/specialists/$personId', component: SpecialistPlace });
const SupportPlace = lazyRouteComponent(() => import('./knowledge/support/support-place.tsx'), 'SupportPlace');
const support = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/support',
  component: SupportPlace,
  validateSearch: (search): { view: ActorView } => ({ view: actorViews.find((view) => view === search.view) ?? 'all' }),
});
const CardPlace = lazyRouteComponent(() => import('./knowledge/editor/card-place.tsx'), 'CardPlace');
const card = createRoute({ getParentRoute: () => desk, path: '/knowledge/cards/$cardId', component: CardPlace });

const GuidesPlace = lazyRouteComponent(() => import('./knowledge/guides/guides-place.tsx'), 'GuidesPlace');
const guides = createRoute({
  getParentRoute: () => desk,
  path: '/knowledge/guides',
  component: GuidesPlace,
  validateSearch: (search): { view: GuideView } => ({ view: guideViews.find((view) => view === search.view) ?? 'all' }),
});
const GuidePlace = lazyRouteComponent(() => import('./knowledge/guides/guide-place.tsx'), 'GuidePlace');
const guide = createRoute({ getParentRoute: () => desk, path: '/knowledge/guides/$guideId', component: GuidePlace });

const VisitsPlace = lazyRouteComponent(() => import('./visits/visits-place.tsx'), 'VisitsPlace');
const visits = createRoute({ getParentRoute: () => desk, path: '/visits', component: VisitsPlace });

const CalendarPlace = lazyRouteComponent(() => import('./appointments/calendar/calendar-place.tsx'), 'CalendarPlace');
const appointments = createRoute({
  getParentRoute: () => desk,
  path: '/appointments',
  component: CalendarPlace,
  validateSearch: calendarSearch,
});

const MeetingsPlace = lazyRouteComponent(() => import('./appointments/sessions/meetings-place.tsx'), 'MeetingsPlace');
const meetings = createRoute({ getParentRoute: () => desk, path: '/meetings', component: MeetingsPlace });
const AttendancePlace = lazyRouteComponent(() => import('./appointments/sessions/attendance-place.tsx'), 'AttendancePlace');
const attendance = createRoute({ getParentRoute: () => desk, path: '/meetings/$meetingId', component: AttendancePlace });
const WaitingPlace = lazyRouteComponent(() => import('./appointments/waiting/waiting-place.tsx'), 'WaitingPlace');
const waitingLines = createRoute({ getParentRoute: () => desk, path: '/appointments/waiting', component: WaitingPlace });

const BusPlace = lazyRouteComponent(() => import('./appointments/bus/bus-place.tsx'), 'BusPlace');
const bus = createRoute({ getParentRoute: () => desk, path: '/bus', component: BusPlace });

const DayPlace = lazyRouteComponent(() => import('./appointments/day/day-place.tsx'), 'DayPlace');
const dayList = createRoute({
  getParentRoute: () => desk,
  path: '/appointments/day',
  component: DayPlace,
  validateSearch: ({ day }): { day?: string } => (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
});

const DisturbancesPlace = lazyRouteComponent(() => import('./disturbances/disturbances-place.tsx'), 'DisturbancesPlace');
const disturbances = createRoute({
  getParentRoute: () => desk,
  path: '/disturbances',
  component: DisturbancesPlace,
  validateSearch: ({ entry }): { entry?: string } => (typeof entry === 'string' ? { entry } : {}),
});

const FiguresPlace = lazyRouteComponent(() => import('./figures/figures-place.tsx'), 'FiguresPlace');
const figures = createRoute({
  getParentRoute: () => desk,
  path: '/figures',
  component: FiguresPlace,
  validateSearch: ({ period, point, target }): { period: PeriodId; point?: string; target?: FigureTarget } => ({
    period: periods.find((one) => one === period) ?? 'week',
    ...(targets.slice(1).some((one) => one === target) ? { target: target as FigureTarget } : {}),
    ...(typeof point === 'string' ? { point } : {}),
  }),
});

const BookingFiguresPlace = lazyRouteComponent(() => import('./appointments/figures/booking-figures-place.tsx'), 'BookingFiguresPlace');
const bookingFigures = createRoute({
  getParentRoute: () => desk,
  path: '/figures/booking',
  component: BookingFiguresPlace,
  validateSearch: ({ service, place }): { service?: string; place?: string } => ({
    ...(typeof service === 'string' ? { service } : {}),
    ...(typeof place === 'string' ? { place } : {}),
  }),
});

const AdminPlace = lazyRouteComponent(() => import('./admin/admin-place.tsx'), 'AdminPlace');
const admin = createRoute({ getParentRoute: () => desk, path: '/admin', component: AdminPlace });
const adminSection = createRoute({ getParentRoute: () => admin, path: '/$section' });
const adminItem = createRoute({ getParentRoute: () => adminSection, path: '/$itemId', validateSearch: setUpViewOf });

export const router = createRouter({
  basepath: '/desk',
  routeTree: desk.addChildren([
    start,
    collect,
    visits,
    appointments,
    meetings,
    attendance,
    waitingLines,
    bus,
    figures,
    bookingFigures,
    disturbances,
    dayList,
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
    service,
    bulletins,
    support,
    specialists,
    specialist,
    cards,
    card,
    guides,
    guide,
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
