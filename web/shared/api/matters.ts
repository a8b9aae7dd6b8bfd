import type { ContactChange, ContactInput, Tally, WrapUp, WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { AttachedFile, MessageChange, MessageInput, OutgoingPreview } from '../../../server/modules/matters/messages/schema.ts';
import type { NeedChange, NeedInput, OutcomeInput } from '../../../server/modules/matters/needs/schema.ts';
import type { StepChange, StepInput } from '../../../server/modules/matters/path/schema.ts';
import type {
  HandOverInput,
  MatterInput,
  MatterList,
  MatterPage,
  OpenedMatter,
  SearchResult,
} from '../../../server/modules/matters/schema.ts';
import type { ConsentWording, ShareEnd, ShareInput } from '../../../server/modules/matters/sharing/schema.ts';
import { request } from './request.ts';

export type MatterView = 'mine' | 'unit' | 'waiting';
type Made = { id: string };
/** What a form leaves out gets the server's default. */
type Given<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>;

export type NewContact = Given<ContactInput, 'direction' | 'identification' | 'summary'>;
export type NewMatter = Given<Omit<MatterInput, 'contact' | 'needs' | 'arrangements' | 'customer'>, never> & {
  contact: NewContact;
  customer?: Partial<NonNullable<MatterInput['customer']>> | null;
  needs?: Partial<NeedInput>[];
  arrangements?: { kind: string; detail?: string }[];
};
export type NewMessage = Given<MessageInput, 'sensitivity' | 'fileIds'>;

const at = (id: string) => `/api/matters/${id}`;

export const listMatters = (view: MatterView, after: string | null) =>
  request<MatterList>('GET', `/api/matters?${new URLSearchParams({ view, ...(after ? { after } : {}) })}`);
export const readMatter = (id: string) => request<MatterPage>('GET', at(id));
export const openMatter = (input: NewMatter, idempotencyKey: string) =>
  request<OpenedMatter>('POST', '/api/matters', input, { idempotencyKey });
export const changeMatter = (
  id: string,
  change: { title?: string; language?: string; customerId?: string; actingFor?: MatterPage['actingFor']; version: number },
) => request<void>('PATCH', at(id), change);
export const handOver = (id: string, input: Given<HandOverInput, 'note'>) => request<void>('POST', `${at(id)}/hand-overs`, input);
export const takeMatter = (id: string, insteadOf: string | null) => request<void>('PUT', `${at(id)}/keeper`, { insteadOf });
export const closeMatter = (id: string, closing: { papersStay?: boolean } = {}) => request<void>('POST', `${at(id)}/closing`, closing);
export const reopenMatter = (id: string) => request<void>('DELETE', `${at(id)}/closing`);

export const addNeed = (id: string, need: Given<NeedInput, 'ownWords'>) => request<Made>('POST', `${at(id)}/needs`, need);
export const changeNeed = (id: string, needId: string, change: NeedChange) => request<void>('PATCH', `${at(id)}/needs/${needId}`, change);
export const settleNeed = (id: string, needId: string, outcome: OutcomeInput) =>
  request<void>('PUT', `${at(id)}/needs/${needId}/outcome`, outcome);

export const addStep = (id: string, step: Given<StepInput, 'who' | 'place'>) => request<Made>('POST', `${at(id)}/steps`, step);
export const changeStep = (id: string, stepId: string, change: Partial<StepChange>) =>
  request<void>('PATCH', `${at(id)}/steps/${stepId}`, change);

export const noteContact = (id: string, contact: NewContact) => request<Made>('POST', `${at(id)}/contacts`, contact);
export const changeContact = (contactId: string, change: ContactChange) => request<void>('PATCH', `/api/contacts/${contactId}`, change);
export const readWrapUp = (contactId: string) => request<WrapUpForm>('GET', `/api/contacts/${contactId}/wrap-up`);
export const wrapUp = (contactId: string, input: Partial<WrapUp>) => request<void>('PUT', `/api/contacts/${contactId}/wrap-up`, input);
export const unwrap = (contactId: string) => request<void>('DELETE', `/api/contacts/${contactId}/wrap-up`);
export const tally = (kind: string) => request<Tally>('POST', '/api/tallies', { kind });
export const untally = (tallyId: number) => request<void>('DELETE', `/api/tallies/${tallyId}`);

export const writeMessage = (id: string, message: NewMessage, idempotencyKey: string) =>
  request<Made>('POST', `${at(id)}/messages`, message, { idempotencyKey });
export const previewMessage = (id: string, message: NewMessage, signal?: AbortSignal) =>
  request<OutgoingPreview>('POST', `${at(id)}/outgoing-preview`, message, signal ? { signal } : {});
export const changeMessage = (messageId: string, state: MessageChange['state']) =>
  request<void>('PATCH', `/api/messages/${messageId}`, { state });
export const fileAddress = (messageId: string, fileId: string) => `/api/messages/${messageId}/files/${fileId}`;
export const originalAddress = (messageId: string) => `/api/messages/${messageId}/html`;

export function addFile(file: File): Promise<AttachedFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return request('POST', '/api/files', undefined, { form });
}

export const shareNeed = (id: string, share: ShareInput) => request<Made>('POST', `${at(id)}/shares`, share);
export const unshareNeed = (id: string, shareId: string, end: ShareEnd = { by: 'staff' }) =>
  request<void>('DELETE', `${at(id)}/shares/${shareId}?by=${end.by}${end.how ? `&how=${end.how}` : ''}`);
export const consentWording = (id: string, needId: string, organisationId: string, language: string) =>
  request<ConsentWording>('GET', `${at(id)}/needs/${needId}/consent-wording/${organisationId}?language=${language}`);
/** The other matter becomes part of this one. */
export const takeIn = (id: string, otherId: string) => request<void>('POST', `${at(id)}/merges`, { otherId });
export const splitMatter = (id: string, needIds: string[], title: string) =>
  request<{ id: string; number: string }>('POST', `${at(id)}/splits`, { needIds, title });
export const linkMatters = (id: string, otherId: string) => request<void>('POST', `${at(id)}/links`, { otherId });
export const unlinkMatters = (id: string, otherId: string) => request<void>('DELETE', `${at(id)}/links/${otherId}`);

export const search = (words: string, signal?: AbortSignal) =>
  request<SearchResult>('POST', '/api/search', { words }, signal ? { signal } : {});
export const beHere = (id: string) => request<{ alsoHere: MatterPage['alsoHere'] }>('PUT', `${at(id)}/presence`);
export const leave = (id: string) => request<void>('DELETE', `${at(id)}/presence`, undefined, { keepalive: true });
export const makeFollowLink = (id: string) => request<{ url: string; expiresAt: string }>('POST', `${at(id)}/follow-links`);
export const revokeFollowLinks = (id: string) => request<void>('DELETE', `${at(id)}/follow-links`);
export const printAddress = (id: string, withAuthorities: boolean) => `/print/matters/${id}?authorities=${withAuthorities ? 'yes' : 'no'}`;
