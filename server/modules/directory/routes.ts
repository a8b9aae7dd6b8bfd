import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';
import type { StaffAccess } from '../identity/types.ts';
import { agreementRoutes } from './agreements/routes.ts';
import { currentRoutes } from './current/routes.ts';
import type { CurrentDirectory } from './current/service.ts';
import { listRoutes } from './lists/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { pointRoutes } from './points/routes.ts';
import type { BeforeUnitEmptied } from './types.ts';
import { unitRoutes } from './units/routes.ts';

export type DirectoryDeps = StaffAccess & {
  db: Kysely<Tables>;
  directory: CurrentDirectory;
  beforeUnitEmptied: BeforeUnitEmptied;
};

export function directoryRoutes(app: FastifyInstance, deps: DirectoryDeps): void {
  currentRoutes(app, deps);
  listRoutes(app, deps);
  organisationRoutes(app, deps);
  pointRoutes(app, deps);
  unitRoutes(app, deps);
  agreementRoutes(app, deps);
}
