import type { Role } from '../../server/modules/identity/types.ts';
import { once, type World } from './world.ts';

/** Who of city A (or of the asked authority) the route is for. */
export type Rightful = 'aino' | 'tiina' | 'mika' | 'admin';

/** What stands in a route's address: ids of city A's things. */
export type Ids = Record<string, string>;

export type Line = {
  rightful: Rightful;
  /** For routes about one thing of city A's. The keys are the address's parameters. */
  ids?: (world: World) => Ids;
  body?: (world: World) => unknown;
  headers?: () => Record<string, string>;
  /** A multipart body instead of JSON. */
  file?: true;
  /** What the rightful caller gets, where that is not a success. */
  allowed?: number;
  /** Roles of city A that it is for as well. */
  also?: Role[];
  /** Why this route about one thing has nothing to hide from strangers. */
  open?: string;
};

export const ofMatter = (world: World) => ({ id: world.matter });

export const none = (rightful: Rightful = 'aino'): Line => ({ rightful });
export const about = (ids: (world: World) => Ids, body?: (world: World) => unknown, rightful: Rightful = 'aino'): Line => ({
  rightful,
  ids,
  ...(body ? { body } : {}),
});
export const keyed = (line: Line): Line => ({ ...line, headers: once });
