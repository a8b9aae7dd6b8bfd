import type { z } from 'zod';
import type { Arrangement, ArrangementInput, Customer } from '../../../server/modules/customers/schema.ts';
import type { Directory } from '../../../server/modules/directory/current/schema.ts';
import type { Lists } from '../../../server/modules/directory/lists/schema.ts';
import type { ConsentToChange, CustomerPatch } from '../../../server/modules/matters/customer/schema.ts';
import type { TemplateList } from '../../../server/modules/notifications/schema.ts';
import type { Me, MeChange } from '../../../server/modules/people/me/schema.ts';
import { request } from './request.ts';

export type DeskDirectory = z.input<typeof Directory>;
export type DeskLists = z.input<typeof Lists>['lists'];
export type DeskTemplate = z.input<typeof TemplateList>['templates'][number];
export type { Arrangement, Customer, Me, MeChange };

export const readMe = () => request<Me>('GET', '/api/me');
export const changeMe = (change: MeChange) => request<Me>('PATCH', '/api/me', change);
export const signOut = () => request<{ location: string }>('POST', '/api/sign-out');
export const readDirectory = () => request<DeskDirectory>('GET', '/api/directory');
export const readLists = () => request<{ lists: DeskLists }>('GET', '/api/lists');
export const readTemplates = () => request<{ templates: DeskTemplate[] }>('GET', '/api/templates');

export const changeCustomer = (id: string, change: CustomerPatch) => request<void>('PATCH', `/api/customers/${id}`, change);
export const readConsentToChange = (id: string) => request<ConsentToChange>('GET', `/api/customers/${id}/consent-to-change`);
export const arrange = (id: string, arrangement: Pick<ArrangementInput, 'kind'> & Partial<ArrangementInput>) =>
  request<{ id: string }>('POST', `/api/customers/${id}/arrangements`, arrangement);
export const endArrangement = (id: string, arrangementId: string) =>
  request<void>('DELETE', `/api/customers/${id}/arrangements/${arrangementId}`);

export type DraftBody = Record<string, unknown>;
export const readDraft = (place: string) => request<{ body: DraftBody | null; updatedAt: string | null }>('GET', `/api/drafts/${place}`);
export const keepDraft = (place: string, body: DraftBody) => request<void>('PUT', `/api/drafts/${place}`, { body });
export const dropDraft = (place: string) => request<void>('DELETE', `/api/drafts/${place}`);
