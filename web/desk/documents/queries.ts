import { useQuery } from '@tanstack/react-query';
import type { Lies } from '../../../server/modules/matters/documents/schema.ts';
import { listDocuments, matterDocuments, readDocument } from '../../shared/api/documents.ts';
import { keys } from '../queries.ts';

export const useDocuments = (view: Lies, pointId: string | null) =>
  useQuery({ queryKey: [...keys.documents, view, pointId], queryFn: () => listDocuments(view, pointId) });
export const useDocument = (id: string) => useQuery({ queryKey: keys.document(id), queryFn: () => readDocument(id) });
/** Under the lists' key: a live message of any paper reads them anew. */
export const useMatterDocuments = (matterId: string) =>
  useQuery({ queryKey: [...keys.documents, 'matter', matterId], queryFn: () => matterDocuments(matterId) });
