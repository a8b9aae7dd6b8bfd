import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../site/service.ts';
import { bulletinRoutes } from './bulletins/routes.ts';
import { type CardDeps, cardRoutes } from './cards/routes.ts';
import { guideRoutes } from './guides/routes.ts';
import { type PackageDeps, packageRoutes } from './packages/routes.ts';
import type { WaitPoints } from './pages/deps.ts';
import { pageRoutes } from './pages/routes.ts';
import { directoryKeyRoutes } from './ptv/key/routes.ts';
import { importRoutes } from './ptv/runs/routes.ts';
import type { ImportDeps } from './ptv/runs/service.ts';
import { type CustomersNames, searchCounts } from './search/counts/service.ts';
import { type SearchDeps, searchRoutes } from './search/routes.ts';
import { specialistRoutes } from './specialists/routes.ts';
import { supportRoutes } from './support/routes.ts';

export type KnowledgeDeps = SearchDeps &
  CardDeps &
  PackageDeps &
  ImportDeps &
  SiteDeps &
  WaitPoints &
  CustomersNames & { publicUrl: string };

export function knowledgeRoutes(app: FastifyInstance, deps: KnowledgeDeps): void {
  const counts = searchCounts(deps);
  searchRoutes(app, deps, counts);
  cardRoutes(app, deps);
  importRoutes(app, deps);
  directoryKeyRoutes(app, deps);
  packageRoutes(app, deps);
  bulletinRoutes(app, deps);
  guideRoutes(app, deps);
  supportRoutes(app, deps);
  specialistRoutes(app, deps);
  pageRoutes(app, { ...deps, counts });
}
