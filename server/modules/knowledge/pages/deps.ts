import type { SiteDeps } from '../../site/service.ts';
import type { SearchCounts } from '../search/counts/service.ts';
import type { Search } from '../search/service.ts';

/** Which points tell how long one waits there, at `/waits/:id`; whether there is anything to book, at `/book`. */
export type WaitPoints = { waitPoints?: () => Promise<ReadonlySet<string>>; mayBook?: () => Promise<boolean> };

/** `publicUrl` stands in what is told to machines (schema.org): addresses there are whole. */
export type PagesDeps = SiteDeps & WaitPoints & { publicUrl: string; search: Search; counts: SearchCounts };
