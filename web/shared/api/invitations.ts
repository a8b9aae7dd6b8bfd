import type { Invitable, Invitation, InvitationInput, InvitationPaper } from '../../../server/modules/appointments/invitations/schema.ts';
import type { WaitingLine } from '../../../server/modules/appointments/waiting/schema.ts';
import { newKey, request } from './request.ts';

/** Moments and days are text on the wire. */
type OnWire<T> = T extends Temporal.Instant | Temporal.PlainDate
  ? string
  : T extends readonly (infer E)[]
    ? OnWire<E>[]
    : T extends object
      ? { [K in keyof T]: OnWire<T[K]> }
      : T;

export type InvitationView = OnWire<Invitation>;
export type InvitableView = Invitable;
export type LineView = OnWire<WaitingLine>;
export type { InvitationPaper };

const of = (matterId: string) => `/api/booking/matters/${matterId}`;
export const readInvitations = (matterId: string) => request<{ invitations: InvitationView[] }>('GET', `${of(matterId)}/invitations`);
export const readInvitable = (matterId: string) => request<InvitableView>('GET', `${of(matterId)}/invitable`);
export const inviteCustomer = (matterId: string, input: OnWire<InvitationInput>) =>
  request<{ id: string; byEmail: boolean }>('POST', `${of(matterId)}/invitations`, input, { idempotencyKey: newKey() });
export const withdrawInvitation = (id: string) => request<void>('DELETE', `/api/booking/invitations/${id}`);
/** The code is in this answer and nowhere else. */
export const readPaper = (id: string) => request<InvitationPaper>('GET', `/api/booking/invitations/${id}/paper`);
export const readLines = () => request<{ lines: LineView[] }>('GET', '/api/booking/waiting');
