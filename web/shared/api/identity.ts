import type { ClaimDecision, MatterIdentity } from '../../../server/modules/matters/claims/schema.ts';
import { request } from './request.ts';

const at = (matterId: string) => `/api/matters/${matterId}`;

export const readIdentity = (matterId: string) => request<MatterIdentity>('GET', `${at(matterId)}/identity`);
export const identify = (matterId: string, identityCode: string) => request<void>('PUT', `${at(matterId)}/identity`, { identityCode });
export const decideClaim = (matterId: string, claimId: string, decision: Partial<ClaimDecision>) =>
  request<void>('PATCH', `${at(matterId)}/claims/${claimId}`, decision);
