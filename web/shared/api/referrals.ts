import type { z } from 'zod';
import type { DigitalAnswers } from '../../../server/modules/matters/mapping/schema.ts';
import type {
  ReferralInput as InputShape,
  ReferralLink as LinkShape,
  ReferralList as ListShape,
  ReferralOutcome,
} from '../../../server/modules/matters/referrals/schema.ts';
import { request } from './request.ts';

export type { ReferralOutcome } from '../../../server/modules/matters/referrals/schema.ts';
export type ReferralInput = z.input<typeof InputShape>;
type ReferralList = z.input<typeof ListShape>;
export type Referral = ReferralList['referrals'][number];

const of = (matterId: string, rest = '') => `/api/matters/${matterId}/referrals${rest}`;

export const listReferrals = (matterId: string) => request<ReferralList>('GET', of(matterId));
export const refer = (matterId: string, input: ReferralInput, key: string) =>
  request<{ id: string }>('POST', of(matterId), input, { idempotencyKey: key });
export const sayReferralOutcome = (matterId: string, id: string, outcome: ReferralOutcome) =>
  request<void>('PUT', of(matterId, `/${id}/outcome`), { outcome });
export const mailReferral = (matterId: string, id: string, key: string) =>
  request<{ id: string }>('POST', of(matterId, `/${id}/emails`), undefined, { idempotencyKey: key });
export const linkReferral = (matterId: string, id: string) => request<z.input<typeof LinkShape>>('POST', of(matterId, `/${id}/links`));
export const referralPrintAddress = (id: string, withNames: boolean) =>
  `/print/referrals/${id}?link=yes&authorities=${withNames ? 'yes' : 'no'}`;
export const noteSkill = (matterId: string, answers: DigitalAnswers) =>
  request<{ skill: string | null }>('PUT', `/api/matters/${matterId}/digital-skill`, { answers });
