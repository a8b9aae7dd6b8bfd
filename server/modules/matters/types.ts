import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { Locale } from '../../platform/i18n/locale.ts';
import type { CurrentDirectory } from '../directory/service.ts';
import type { Names } from '../directory/types.ts';
import type { By } from '../identity/types.ts';

/** What every use case of this module works with. */
export type Desk = {
  db: Kysely<Tables>;
  clock: Clock;
  directory: CurrentDirectory;
  /** Whether customers may sign in here. */
  customerSignIn?: boolean;
  /** Where they then find their own pages. */
  ownPages?: string;
  /** Whether a register of mandates is there. */
  mandates?: boolean;
  booked?: Booked;
};

/** The times agreed with customers, kept by who knows appointments. */
export type Booked = {
  /** Of a matter, not over. */
  coming(matterId: string): Promise<ComingTime[]>;
  /** What can be booked for the customer's next step. `named`: authorities may be named to whoever looks. */
  toBook(matterId: string, named: boolean): Promise<StepToBook[]>;
  /** How much erasing would end: coming times, places in line beside them and open invitations of these matters. */
  standing(db: Db, matterIds: readonly string[]): Promise<number>;
  /** Ends what is to come of these matters, and forgets whose all of it was. */
  erase(trx: Trx, matterIds: readonly string[]): Promise<void>;
  /** All that is kept, by matter, for the person themselves. */
  copy(matterIds: readonly string[], locale: Locale): Promise<Map<string, BookedCopy>>;
};

export type BookedCopy = Record<'bookedTimes' | 'invitations' | 'waitingFor', Record<string, unknown>[]>;

/** A step of the customer's that a time can be booked for, and the service of the time. */
export type StepToBook = { stepId: string; serviceId: string; name: Names };

export type ComingTime = { id: string; startsAt: Temporal.Instant };

/** Who asks, in which request: for policy and audit. */
export type Call = By;

/** A matter as a use case needs it, loaded and locked through the visibility predicate. */
export type LockedMatter = {
  id: string;
  number: string;
  customer_id: string;
  title: string;
  language: string;
  owner_org: string;
  unit_id: string;
  person_id: string | null;
  point_id: string | null;
  state: 'open' | 'closed' | 'merged';
  awaits: 'us' | 'customer' | 'authority' | 'nobody';
  awaits_since: Temporal.Instant;
  due_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
  opened_channel: string;
  version: number;
};
