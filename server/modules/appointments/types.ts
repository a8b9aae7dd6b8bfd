import type { Floor } from '../queue/types.ts';
import type { Capacities } from './capacity/service.ts';

/** What the use cases of appointments need. */
export type Booking = Floor & {
  capacities: Capacities;
  /** Whether a municipality's own site calls from there, for all its residents. */
  isKnownSite?(address: string): boolean;
};

export type Way = 'point' | 'remote' | 'phone' | 'bus';
export type AppointmentState = 'held' | 'confirmed' | 'expired' | 'cancelled' | 'arrived' | 'missed';
