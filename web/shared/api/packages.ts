import type { z } from 'zod';
import type {
  PackageChange as ChangeShape,
  PackageInput as InputShape,
  PackageList as ListShape,
  PackageContent,
  Package as Shape,
} from '../../../server/modules/knowledge/packages/schema.ts';
import { newKey, request } from './request.ts';

/** What is answered is whole: nothing is left to a default. */
export type Package = Omit<z.input<typeof Shape>, 'content'> & { content: PackageContent };
export type PackageList = z.input<typeof ListShape>;
export type PackageInput = z.input<typeof InputShape>;
export type PackageChange = z.input<typeof ChangeShape>;

export const listPackages = () => request<PackageList>('GET', '/api/knowledge/packages');
export const readPackage = (id: string) => request<Package>('GET', `/api/knowledge/packages/${id}`);
export const makePackage = (input: PackageInput, idempotencyKey = newKey()) =>
  request<{ id: string }>('POST', '/api/knowledge/packages', input, { idempotencyKey });
export const changePackage = (id: string, change: PackageChange) => request<void>('PATCH', `/api/knowledge/packages/${id}`, change);
/** @returns how many steps were added; those that stood on the path already are not written twice */
export const takePackage = (matterId: string, packageId: string, eventDay: string | null) =>
  request<{ added: number }>('POST', `/api/matters/${matterId}/packages`, { packageId, eventDay });
