import type admin from '../../i18n/fi/admin.json';
import type bulletins from '../../i18n/fi/bulletins.json';
import type cards from '../../i18n/fi/cards.json';
import type desk from '../../i18n/fi/desk.json';
import type directory from '../../i18n/fi/directory.json';
import type documents from '../../i18n/fi/documents.json';
import type identity from '../../i18n/fi/identity.json';
import type mapping from '../../i18n/fi/mapping.json';
import type notices from '../../i18n/fi/notices.json';
import type orders from '../../i18n/fi/orders.json';
import type packages from '../../i18n/fi/packages.json';
import type rights from '../../i18n/fi/rights.json';
import type search from '../../i18n/fi/search.json';
import type slips from '../../i18n/fi/slips.json';
import type ui from '../../i18n/fi/ui.json';

/** A key that no file holds does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: {
      ui: typeof ui;
      desk: typeof desk;
      identity: typeof identity;
      mapping: typeof mapping;
      admin: typeof admin;
      documents: typeof documents;
      orders: typeof orders;
      notices: typeof notices;
      rights: typeof rights;
      search: typeof search;
      slips: typeof slips;
      directory: typeof directory;
      cards: typeof cards;
      bulletins: typeof bulletins;
      packages: typeof packages;
    };
    returnNull: false;
  }
}
