import type {
  CustodyInput,
  DocumentFile,
  DocumentInput,
  DocumentList,
  DocumentPage,
  Lies,
  MatterDocuments,
} from '../../../server/modules/matters/documents/schema.ts';
import { request } from './request.ts';

export type NewDocument = Omit<DocumentInput, 'place'> & { place?: string };
/** What a form leaves out gets the server's default. */
type Loose<T> = T extends unknown ? Omit<T, 'place' | 'note'> & { place?: string; note?: string } : never;
export type NewCustody = Loose<CustodyInput>;

const at = (id: string) => `/api/documents/${id}`;

export const listDocuments = (view: Lies, pointId: string | null) =>
  request<DocumentList>('GET', `/api/documents?${new URLSearchParams({ view, ...(pointId ? { pointId } : {}) })}`);
export const matterDocuments = (matterId: string) => request<MatterDocuments>('GET', `/api/matters/${matterId}/documents`);
export const readDocument = (id: string) => request<DocumentPage>('GET', at(id));
export const receiveDocument = (matterId: string, input: NewDocument, idempotencyKey: string) =>
  request<{ id: string }>('POST', `/api/matters/${matterId}/documents`, input, { idempotencyKey });
export const addCustody = (id: string, input: NewCustody) => request<void>('POST', `${at(id)}/events`, input);

export function addDocumentFile(id: string, file: File): Promise<DocumentFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  return request('POST', `${at(id)}/files`, undefined, { form });
}

export const removeDocumentFile = (id: string, fileId: string) => request<void>('DELETE', `${at(id)}/files/${fileId}`);
export const documentFileAddress = (id: string, fileId: string) => `${at(id)}/files/${fileId}`;
export const documentReceiptAddress = (id: string, what: 'arrival' | 'return') => `/print/documents/${id}?what=${what}`;
