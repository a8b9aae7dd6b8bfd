import type admin from '../../i18n/fi/admin.json';
import type booked from '../../i18n/fi/booked.json';
import type bookingFigures from '../../i18n/fi/booking-figures.json';
import type bookingSetup from '../../i18n/fi/booking-setup.json';
import type bulletins from '../../i18n/fi/bulletins.json';
import type bus from '../../i18n/fi/bus.json';
import type calendar from '../../i18n/fi/calendar.json';
import type cards from '../../i18n/fi/cards.json';
import type desk from '../../i18n/fi/desk.json';
import type directory from '../../i18n/fi/directory.json';
import type displays from '../../i18n/fi/displays.json';
import type disturbances from '../../i18n/fi/disturbances.json';
import type documents from '../../i18n/fi/documents.json';
import type figures from '../../i18n/fi/figures.json';
import type guides from '../../i18n/fi/guides.json';
import type identity from '../../i18n/fi/identity.json';
import type invitations from '../../i18n/fi/invitations.json';
import type mapping from '../../i18n/fi/mapping.json';
import type meetings from '../../i18n/fi/meetings.json';
import type notices from '../../i18n/fi/notices.json';
import type orders from '../../i18n/fi/orders.json';
import type packages from '../../i18n/fi/packages.json';
import type printing from '../../i18n/fi/printing.json';
import type queues from '../../i18n/fi/queues.json';
import type rights from '../../i18n/fi/rights.json';
import type search from '../../i18n/fi/search.json';
import type slips from '../../i18n/fi/slips.json';
import type specialists from '../../i18n/fi/specialists.json';
import type support from '../../i18n/fi/support.json';
import type ui from '../../i18n/fi/ui.json';
import type visits from '../../i18n/fi/visits.json';

/** A key that no file holds does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: typeof ui;
      bus: typeof bus;
      desk: typeof desk;
      identity: typeof identity;
      invitations: typeof invitations;
      mapping: typeof mapping;
      admin: typeof admin;
      documents: typeof documents;
      orders: typeof orders;
      notices: typeof notices;
      printing: typeof printing;
      displays: typeof displays;
      queues: typeof queues;
      rights: typeof rights;
      search: typeof search;
      slips: typeof slips;
      directory: typeof directory;
      calendar: typeof calendar;
      cards: typeof cards;
      'booking-figures': typeof bookingFigures;
      'booking-setup': typeof bookingSetup;
      booked: typeof booked;
      bulletins: typeof bulletins;
      figures: typeof figures;
      guides: typeof guides;
      packages: typeof packages;
      specialists: typeof specialists;
      support: typeof support;
      meetings: typeof meetings;
      visits: typeof visits;
      disturbances: typeof disturbances;
    };
    returnNull: false;
  }
}
