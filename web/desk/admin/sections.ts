import type { ComponentType } from 'react';
import { AgreementsPage } from './agreements/agreements-page.tsx';
import { BookingPage } from './booking/booking-page.tsx';
import { DirectoryPage } from './directory/directory-page.tsx';
import { FaultsPage } from './faults/faults-page.tsx';
import { ListsPage } from './lists/lists-page.tsx';
import { MailboxesPage } from './mailboxes/mailboxes-page.tsx';
import { OrganisationsPage } from './organisations/organisations-page.tsx';
import { PackagesPage } from './packages/packages-page.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { PointsPage } from './points/points-page.tsx';
import { QueuesPage } from './queues/queues-page.tsx';
import { SearchPage } from './search/search-page.tsx';
import { TextsPage } from './texts/texts-page.tsx';
import { UnitsPage } from './units/units-page.tsx';

export const groups = [
  { id: 'staff', sections: ['people', 'units'] },
  { id: 'places', sections: ['organisations', 'points', 'queues', 'booking', 'agreements'] },
  { id: 'words', sections: ['lists', 'texts', 'packages', 'search'] },
  { id: 'links', sections: ['directory', 'mailboxes', 'faults'] },
] as const;

export type Section = (typeof groups)[number]['sections'][number];

/** What every page gets: which thing of it is open, if any; `new` is one to be added. */
export type PageProps = { itemId: string | undefined };

export const pages: Record<Section, ComponentType<PageProps>> = {
  people: PeoplePage,
  units: UnitsPage,
  organisations: OrganisationsPage,
  points: PointsPage,
  queues: QueuesPage,
  booking: BookingPage,
  agreements: AgreementsPage,
  lists: ListsPage,
  texts: TextsPage,
  packages: PackagesPage,
  search: SearchPage,
  directory: DirectoryPage,
  mailboxes: MailboxesPage,
  faults: FaultsPage,
};

/** What the development team keeps without being administrators. */
export const developed: readonly Section[] = ['search', 'directory'];

export function isSection(word: string | undefined): word is Section {
  return word !== undefined && Object.hasOwn(pages, word);
}
