import type { Calendar, Exception, Pattern } from '../slots/patterns.ts';
import type { Timetable } from '../stops/standing.ts';
import type { Way } from '../types.ts';

export type ResourceKind = 'person' | 'room' | 'interpreter' | 'equipment' | 'remote-desk';

/** So many of a kind at once, with these features. */
export type PartWanted = { kind: ResourceKind; count?: number; features?: string[] };

/** What a special need adds: minutes, another part, features of the room. */
export type NeedRule = { need: string; minutes?: number; part?: PartWanted; room?: string[] };

/** A service that can be booked, as it is at one place. */
export type Bookable = {
  id: string;
  organisationId: string;
  name: { fi: string; sv: string; en: string };
  minutes: number;
  bufferBefore: number;
  bufferAfter: number;
  step: number;
  notice: number;
  horizonDays: number;
  mostPerPerson: number;
  /** For one appointment, and the minutes that each further one adds. */
  mostPeople: number;
  minutesEach: number;
  /** Given only at set times for many. */
  fixed: boolean;
  who: 'public' | 'staff' | 'invited';
  ways: Way[];
  parts: PartWanted[];
  rules: NeedRule[];
  /** Null: remotely. */
  pointId: string | null;
  queueId: string | null;
  zone: string;
  opening: unknown;
  /** The first day of the point, and the day on which it is no more. Null remotely. */
  validFrom: Temporal.PlainDate | null;
  validUntil: Temporal.PlainDate | null;
};

export type ResourceRow = {
  id: string;
  kind: ResourceKind;
  features: string[];
  languages: string[];
  /** How many services it is for; who can do least else is taken first. */
  skills: number;
  hours: (Pattern & { languages: string[] | null; pointId: string | null })[];
  exceptions: Exception[];
};

/** Somebody or something with its hours. In `advice` it serves in that language only in those hours. */
export type Staffed = ResourceRow & { calendarIn(language: string | null): Calendar | null };

/** A service at a place with everyone and everything it could take there. */
/** `route`: of a bus, whose doors are open where it stands. */
export type Capacity = { bookable: Bookable; doors: Calendar | null; route: BusRoute | null; resources: Staffed[] };
export type BusRoute = { stopIds: readonly string[]; timetable: Timetable };
