import type { QuietHours } from '../../matters/noticing/service.ts';
import type { Booking, Way } from '../types.ts';

/** What suits whoever waits. */
export type WaitingWish = {
  bookableId: string;
  way: Way;
  /** None: remotely. */
  pointIds: string[];
  /** 1 is Monday (ISO 8601). */
  weekdays: number[];
  /** Starts from this hour on and ends by that one, by the point's clock. */
  fromHour: number;
  untilHour: number;
  fromDay: Temporal.PlainDate | null;
  untilDay: Temporal.PlainDate | null;
  language: string;
  needs: string[];
  interpreterLanguage?: string | null | undefined;
};

export type WaitingContact = { name: string; email: string | null; phone: string | null };
export type WaitingState = 'waiting' | 'taken' | 'left' | 'lost';
export type OfferState = 'open' | 'taken' | 'declined' | 'lapsed' | 'left';

/** `quietHours`: nobody is told at night, and the time to answer does not run then. */
export type Offering = Booking & { quietHours: QuietHours | null };
