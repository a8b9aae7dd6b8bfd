import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../site/service.ts';
import { bulletinRoutes } from './bulletins/routes.ts';
import { type CardDeps, cardRoutes } from './cards/routes.ts';
import { type PackageDeps, packageRoutes } from './packages/routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { importRoutes } from './ptv/runs/routes.ts';
import type { ImportDeps } from './ptv/runs/service.ts';
import { searchCounts } from './search/counts/service.ts';
import { type SearchDeps, searchRoutes } from './search/routes.ts';

export type KnowledgeDeps = SearchDeps & CardDeps & PackageDeps & ImportDeps & SiteDeps & { publicUrl: string };

export function knowledgeRoutes(app: FastifyInstance, deps: KnowledgeDeps): void {
  const counts = searchCounts(deps);
  searchRoutes(app, deps, counts);
  cardRoutes(app, deps);
  importRoutes(app, deps);
  packageRoutes(app, deps);
  bulletinRoutes(app, deps);
  pageRoutes(app, { ...deps, counts });
}
