import type { z } from 'zod';
import type {
  BulletinChange as ChangeShape,
  BulletinInput as InputShape,
  BulletinList as ListShape,
  BulletinReaders as ReadersShape,
  Bulletin as Shape,
} from '../../../server/modules/knowledge/bulletins/schema.ts';
import { request } from './request.ts';

export type { BulletinView } from '../../../server/modules/knowledge/bulletins/schema.ts';
export type Bulletin = z.input<typeof Shape>;
export type BulletinList = z.input<typeof ListShape>;
export type BulletinInput = z.input<typeof InputShape>;
export type BulletinChange = z.input<typeof ChangeShape>;
export type BulletinReaders = z.input<typeof ReadersShape>;

const at = (id: string, rest = '') => `/api/knowledge/bulletins/${id}${rest}`;

export const listBulletins = (view: string) => request<BulletinList>('GET', `/api/knowledge/bulletins?view=${view}`);
export const readBulletin = (id: string) => request<Bulletin>('GET', at(id));
export const bulletinsOfService = async (serviceId: string) =>
  (await request<{ bulletins: Bulletin[] }>('GET', `/api/knowledge/services/${serviceId}/bulletins`)).bulletins;
export const publishBulletin = (input: BulletinInput, idempotencyKey: string) =>
  request<{ id: string }>('POST', '/api/knowledge/bulletins', input, { idempotencyKey });
export const changeBulletin = (id: string, change: BulletinChange) => request<void>('PATCH', at(id), change);
export const sayRead = (id: string) => request<void>('PUT', at(id, '/reading'));
export const readReaders = (id: string) => request<BulletinReaders>('GET', at(id, '/readers'));
