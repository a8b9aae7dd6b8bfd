import type { SiteDeps } from '../../site/service.ts';
import type { SearchCounts } from '../search/counts/service.ts';
import type { Search } from '../search/service.ts';

/** `publicUrl` stands in what is told to machines (schema.org): addresses there are whole. */
export type PagesDeps = SiteDeps & { publicUrl: string; search: Search; counts: SearchCounts };
