import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as imports from '../../../../server/modules/knowledge/ptv/runs/schema.ts';
import { request } from '../../../shared/api/request.ts';

export type ImportRun = z.input<typeof imports.ImportRun>;
export type ImportFault = z.input<typeof imports.ImportFault>;
type ImportRuns = z.input<typeof imports.ImportRuns>;
export type DirectorySource = NonNullable<ImportRuns['source']>;
export type DirectoryKey = NonNullable<DirectorySource['key']>;
type ImportRunWithFaults = z.input<typeof imports.ImportRunWithFaults>;

const ADDRESS = '/api/admin/directory-imports';

export const importKeys = ['admin', 'directory-imports'] as const;

/** While a run moves, its figures are asked each second. */
const LOOK_AGAIN_MS = 1_000;

export const isMoving = ({ state }: ImportRun) => state === 'waiting' || state === 'running';

export const useImports = (enabled: boolean) =>
  useQuery({
    queryKey: importKeys,
    queryFn: () => request<ImportRuns>('GET', ADDRESS),
    enabled,
    refetchInterval: ({ state }) => (state.data?.runs.some(isMoving) ? LOOK_AGAIN_MS : false),
  });

export const useFaultsOf = ({ id, endedAt }: ImportRun, enabled: boolean) =>
  useQuery({
    queryKey: [...importKeys, id, endedAt],
    queryFn: () => request<ImportRunWithFaults>('GET', `${ADDRESS}/${id}`),
    enabled,
  });

export const startImport = (mode: ImportRun['mode']) => request<ImportRun>('POST', ADDRESS, { mode });
export const giveKey = (key: string | null) => request<void>('PUT', '/api/admin/directory-key', { key });
export const answerImport = (id: string, withdraw: boolean) => request<ImportRun>('PATCH', `${ADDRESS}/${id}`, { withdraw });
