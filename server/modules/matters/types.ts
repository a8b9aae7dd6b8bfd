import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { CurrentDirectory } from '../directory/service.ts';
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
};

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
