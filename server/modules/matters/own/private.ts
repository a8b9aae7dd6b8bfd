import type { FileDriver } from '../../../platform/files/driver.ts';
import type { Access } from '../../../platform/http/access.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import type { Desk } from '../types.ts';

export type OwnDeps = { desk: Desk; files: FileDriver; customer: Access<CustomerCaller> };

/** Kept in no cache and no search engine. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** After a form: reloading the page that follows sends nothing again. */
export const back = (location: string) => ({ status: 303 as const, headers: { ...PRIVATE, location } });
