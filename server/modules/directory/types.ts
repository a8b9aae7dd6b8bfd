import type { OpeningHours } from '../../platform/clock/opening.ts';
import type { Trx } from '../../platform/db/transaction.ts';

/** A name in the languages the product always speaks. */
export type Names = { fi: string; sv: string; en: string };
export type Language = keyof Names;

export const organisationKinds = ['municipality', 'state', 'kela', 'wellbeing', 'association', 'company', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type Organisation = {
  id: string;
  key: string;
  name: Names;
  shortName: Names;
  kind: OrganisationKind;
  validFrom: Temporal.PlainDate;
  /** Exclusive. */
  validUntil: Temporal.PlainDate | null;
  successorId: string | null;
  /** Whose administrators keep its details; null: its own. */
  keptById: string | null;
  /** Whether its administrators also keep what is common to the region. */
  keepsRegion: boolean;
};

export type ServicePoint = {
  id: string;
  key: string;
  organisationId: string;
  name: Names;
  typeLabel: Names;
  mobile: boolean;
  street: string;
  postalCode: string;
  city: string;
  phone: string;
  zone: string;
  opening: OpeningHours;
  validFrom: Temporal.PlainDate;
  /** Exclusive. */
  validUntil: Temporal.PlainDate | null;
};

export type Unit = {
  id: string;
  key: string;
  organisationId: string;
  pointId: string | null;
  name: Names;
  tier: number;
  opening: OpeningHours;
  /** Open minutes. */
  answerMinutes: number;
  remindMinutes: number;
  successorId: string | null;
  escalatesToId: string | null;
  active: boolean;
};

/** What an agreement may permit (laki julkisen hallinnon yhteispalvelusta 223/2007, 6 §). */
export const assistingTasks = ['inform', 'guide', 'help-fill', 'receive'] as const;
export type AssistingTask = (typeof assistingTasks)[number];
/** Deciding is public power: only in one's own organisation, never by agreement. */
export type Task = AssistingTask | 'decide';

export type Wording = { [L in Language]?: { may: string[]; mayNot: string[] } | undefined };

export type Agreement = {
  id: string;
  principalId: string;
  providerId: string;
  pointId: string | null;
  serviceName: Names | null;
  tasks: AssistingTask[];
  wording: Wording;
  trainingOwed: Names[];
  validFrom: Temporal.PlainDate;
  /** Inclusive. */
  validUntil: Temporal.PlainDate;
};

export type PermittedTasks = {
  tasks: Task[];
  wording: Wording;
  trainingOwed: Names[];
  /** The last day; null in one's own organisation and where nothing is permitted. */
  validUntil: Temporal.PlainDate | null;
};

export type ListItem = {
  list: string;
  key: string;
  label: Names;
  extra: Record<string, unknown>;
  position: number;
  active: boolean;
};

/**
 * Asked before a unit loses its last member or is closed: moves its open requests to `successorId`, or throws
 * Conflict('unit-has-open-requests') when there is none. Nobody's request is ever without an owner.
 */
export type BeforeUnitEmptied = (trx: Trx, unit: { id: string; successorId: string | null }) => Promise<void>;
