import type { FastifyInstance } from 'fastify';
import { inNetworks } from '../../platform/networks.ts';
import type { StaffAccess } from '../identity/types.ts';
import type { Search } from '../knowledge/service.ts';
import type { Floor } from '../queue/types.ts';
import type { SiteDeps } from '../site/service.ts';
import { descriptionRoutes } from './booking/description.ts';
import { bookingRoutes } from './booking/routes.ts';
import { publicBusRoutes } from './bus/public-routes.ts';
import { busRoutes } from './bus/routes.ts';
import { capacityRoutes } from './capacity/routes.ts';
import { createCapacities } from './capacity/service.ts';
import { freeTimeRoutes } from './free/routes.ts';
import { invitationPageRoutes } from './invitations/pages/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { jointBookingRoutes } from './joint/routes.ts';
import { bookingFiguresRoutes } from './metrics/figures/routes.ts';
import { nearnessRoutes } from './nearness/routes.ts';
import { type MatterReaders, ownTimeRoutes } from './own/routes.ts';
import { bookingPageRoutes } from './pages/routes.ts';
import { preVisitRoutes } from './previsit/routes.ts';
import { relocatingRoutes } from './relocating/routes.ts';
import { seriesRoutes } from './series/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { staffBookingRoutes } from './staff/booking/routes.ts';
import { calendarRoutes } from './staff/calendar/routes.ts';
import { dayListRoutes } from './staff/day/routes.ts';
import { feedRoutes } from './staff/feed/routes.ts';
import { meetingLinkRoutes } from './staff/meeting-link/routes.ts';
import { seatRoutes } from './staff/seats/routes.ts';
import { visitRoutes } from './visits/routes.ts';
import { waitingPageRoutes } from './waiting/pages/routes.ts';
import { publicWaitingRoutes } from './waiting/public-routes.ts';
import { waitingRoutes } from './waiting/routes.ts';

export function appointmentRoutes(
  app: FastifyInstance,
  floor: Floor & StaffAccess & SiteDeps & MatterReaders & { publicUrl: string; bookingSites: string[]; search: Search },
): void {
  const booking = { ...floor, capacities: createCapacities(floor.db), isKnownSite: inNetworks(floor.bookingSites) };
  freeTimeRoutes(app, booking);
  bookingRoutes(app, booking);
  descriptionRoutes(app, booking);
  bookingPageRoutes(app, booking);
  preVisitRoutes(app, booking);
  ownTimeRoutes(app, booking);
  capacityRoutes(app, booking);
  busRoutes(app, booking);
  publicBusRoutes(app, booking);
  relocatingRoutes(app, booking);
  nearnessRoutes(app, booking);
  staffBookingRoutes(app, booking);
  seatRoutes(app, booking);
  dayListRoutes(app, booking);
  calendarRoutes(app, booking);
  meetingLinkRoutes(app, booking);
  feedRoutes(app, booking);
  visitRoutes(app, booking);
  sessionRoutes(app, booking);
  jointBookingRoutes(app, booking);
  seriesRoutes(app, booking);
  waitingPageRoutes(app, booking);
  waitingRoutes(app, booking);
  publicWaitingRoutes(app, booking);
  invitationPageRoutes(app, booking);
  invitationRoutes(app, booking);
  bookingFiguresRoutes(app, booking);
}
