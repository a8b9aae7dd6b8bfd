import type { ClaimDecision, IdentityInput, MatterIdentity } from '../../../server/modules/matters/claims/schema.ts';
import { request } from './request.ts';

const at = (matterId: string) => `/api/matters/${matterId}`;

export const readIdentity = (matterId: string) => request<MatterIdentity>('GET', `${at(matterId)}/identity`);
export const identify = (matterId: string, identity: IdentityInput) => request<void>('PUT', `${at(matterId)}/identity`, identity);
export const decideClaim = (matterId: string, claimId: string, decision: Partial<ClaimDecision>) =>
  request<void>('PATCH', `${at(matterId)}/claims/${claimId}`, decision);
